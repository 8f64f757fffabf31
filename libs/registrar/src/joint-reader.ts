import { onClient } from '@anuyat/database';
import type { DataSource } from 'typeorm';
import type { ApplicationRow } from './application-row';
import { readApplication, readApplications, type Sought } from './application-store';

interface Waiting {
  sought: Sought;
  resolve(row: ApplicationRow | undefined): void;
  reject(error: unknown): void;
}

const MOST_TOGETHER = 100;

/**
 * Reads applications without locking them. Those that are asked for in one turn of the event loop share a round trip: under load the
 * events of many people come in together, and a round trip costs a process more than the reading does.
 */
export class JointReader {
  private waiting: Waiting[] = [];

  constructor(private readonly source: DataSource) {}

  /** @returns undefined when there is no such application. */
  find(sought: Sought): Promise<ApplicationRow | undefined> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ sought, resolve, reject });
      if (this.waiting.length === 1) setImmediate(() => this.readAll());
    });
  }

  private readAll(): void {
    const all = this.waiting;
    this.waiting = [];
    for (const alike of Map.groupBy(all, ({ sought }) => sought.withFile === true).values()) {
      for (let at = 0; at < alike.length; at += MOST_TOGETHER) void this.read(alike.slice(at, at + MOST_TOGETHER));
    }
  }

  private async read(some: readonly Waiting[]): Promise<void> {
    try {
      const rows = await onClient(this.source, async (client) => {
        const [first] = some;
        return first && some.length === 1 ? [await readApplication(client, first.sought, false)] : readApplications(client, some.map(({ sought }) => sought), first?.sought.withFile);
      });
      for (const [at, { resolve }] of some.entries()) resolve(rows[at]);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  }
}
