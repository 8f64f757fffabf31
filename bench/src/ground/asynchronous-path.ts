import { setTimeout as wait } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { clientOf } from '@anuyat/database';
import { Announcer, Courier, createQueueBackend, Workshop, type EffectProcessor, type OutboxRow, type QueueBackend } from '@anuyat/outbox';
import { agencyQueue, Registrar, type RunningRegistrar } from '@anuyat/registrar';
import { tell } from '../harness/progress';
import { fileCases, type Wanted } from './filing';
import { LANES, officer, portal, processLicence } from './process-licence';
import { verifyOutboxEmpty } from './verify';

const QUEUES = [...LANES.map((lane) => agencyQueue(`bench-${lane}`)), 'reviews', 'cashier', 'licences', 'notices', 'order', 'defects'];

/** The product's whole way round: outbox, courier, queue, workshop, and clerks who decide as soon as they are asked. */
export class AsynchronousPath {
  /** Cases of the whole process that came to their end. */
  readonly finished: string[] = [];
  /** Those with only the effects that carry them. */
  readonly carried: string[] = [];
  readonly registrar: Registrar;
  /** Set: the clerk at the last desk only tells which application reached it, and sends nothing. */
  onIssue: ((applicationId: string) => void) | undefined;
  private readonly waiting = new Map<string, () => void>();
  private readonly backend: QueueBackend;
  private readonly announcer: Announcer;
  private readonly courier: Courier;
  private readonly workshop: Workshop;

  constructor(
    private readonly running: RunningRegistrar,
    databaseUrl: string,
    redisUrl?: string,
  ) {
    const onError = (error: Error): void => tell(`    ! ${error.message}`);
    this.backend = createQueueBackend({ databaseUrl, redisUrl, onError });
    this.announcer = new Announcer(running.source);
    this.courier = new Courier(running.source, this.backend, this.announcer, onError);
    this.registrar = new Registrar(running.source, running.library, running.calendar, this.courier);
    const perform: EffectProcessor['perform'] = (tx, row) => this.performAll(tx, [row]);
    const performAll: EffectProcessor['performAll'] = (tx, rows) => this.performAll(tx, rows);
    const inboxes: EffectProcessor = { effects: ['requestReview', 'closeReview', 'tell', 'closeReviews', 'requestPayment', 'cancelBill', 'issueLicence'], perform, performAll };
    const others: EffectProcessor = { effects: ['reviewOrder', 'gatherDefects'], perform };
    this.workshop = new Workshop(running.source, this.backend, this.announcer, [inboxes, others], () => this.courier.wake());
    this.workshop.open(QUEUES, onError);
  }

  /** Two paths share the outbox: one carries at a time. */
  start(): void {
    this.courier.start();
  }

  stop(): Promise<void> {
    return this.courier.stop();
  }

  /** Files a case and waits until its applicant is told of the licence. */
  async runOne(wanted: Wanted): Promise<number> {
    const [id = ''] = await fileCases(this.running, 1, [wanted]);
    const end = new Promise<void>((resolve) => this.waiting.set(id, resolve));
    this.courier.wake();
    await end;
    if (wanted.code === processLicence.code) this.finished.push(id);
    else this.carried.push(id);
    return 1;
  }

  /** Forgets what earlier measurements left in the outbox. */
  async clear(): Promise<void> {
    await this.running.source.query('DELETE FROM outbox');
  }

  /** Waits until every effect is done. @throws when some are not after half a minute. */
  async drain(): Promise<void> {
    for (const end = Date.now() + 30_000; Date.now() < end; await wait(20)) {
      const rows: unknown[] = await this.running.source.query('SELECT 1 FROM outbox LIMIT 1');
      if (rows.length === 0) return;
    }
    await verifyOutboxEmpty(this.running);
  }

  async close(): Promise<void> {
    await this.courier.stop();
    await this.workshop.close();
    await this.backend.close();
    await this.announcer.flush();
  }

  /** Decided by the many, as the product's clerks work. */
  private async performAll(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
    const events = rows.flatMap((row) => this.decisionOn(row));
    if (events.length > 0) await this.registrar.receiveAllWithin(await clientOf(tx), events);
    for (const { effect, params, applicationId } of rows) {
      if (effect === 'issueLicence') this.onIssue?.(applicationId);
      if (effect !== 'tell' || params['notice'] !== 'issued') continue;
      this.waiting.get(applicationId)?.();
      this.waiting.delete(applicationId);
    }
  }

  private decisionOn({ effect, params, applicationId }: OutboxRow): { applicationId: string; type: string; actor: typeof officer | typeof portal }[] {
    if (effect === 'requestReview') return [{ applicationId, type: `${String(params['lane'])}.approved`, actor: officer }];
    if (this.onIssue) return [];
    if (effect === 'requestPayment') return [{ applicationId, type: 'fee.paid', actor: portal }];
    return effect === 'issueLicence' ? [{ applicationId, type: 'licence.issued', actor: portal }] : [];
  }
}
