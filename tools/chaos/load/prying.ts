import { setTimeout as wait } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Pass } from '../stage/people';
import type { Journal } from './journal';
import { Person } from './person';

const EVERY_MS = 700;

/** Somebody who asks for other people's cases all the time, and sends events to them. */
export class Prying {
  private isOn = true;
  private readonly prying: Promise<void>;

  constructor(
    private readonly portal: string,
    private readonly pass: Pass,
    private readonly journal: Journal,
  ) {
    this.prying = this.pry();
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await this.prying;
  }

  private async pry(): Promise<void> {
    const stranger = new Person(this.portal, this.pass, this.journal);
    for (let at = 0; this.isOn; at += 1) {
      await wait(EVERY_MS);
      const filed = this.journal.of('filed');
      const other = filed[(at * 7) % Math.max(filed.length, 1)];
      if (!other) continue;
      const [application = ''] = other.applications;
      await this.expectNothing(stranger, 'GET', `/api/cases/${other.caseId}`);
      await this.expectNothing(stranger, 'POST', `/api/applications/${application}/events`, { type: 'withdrawn', data: {} });
    }
  }

  private async expectNothing(stranger: Person, method: string, path: string, body?: unknown): Promise<void> {
    const reply = await stranger.send({ method, path, ...(body === undefined ? {} : { body, key: randomUUID() }) }).catch(() => undefined);
    if (!reply) return;
    this.journal.counts.probes += 1;
    if (reply.status < 400) this.journal.lies.push(`${this.pass.name} got ${reply.status} to ${method} ${path}, which is somebody else’s.`);
  }
}
