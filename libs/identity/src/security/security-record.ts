import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { Marks } from './marks';
import type { CountedEvent, SecurityEvent } from './security-event';
import { Tally } from './tally';

/** Events that were counted wait this long for others, so that a burst is one statement. */
const GATHER_MS = 200;
/** While the database is away, the next try. */
const AGAIN_MS = 5_000;
/** Events kept while the database is away; more are told as a number in the log. */
const MOST_WAITING = 2_000;
const LONGEST_AGENT = 200;

const INSERT = `
  INSERT INTO security_event (kind, code, account_id, person, by_account, by_person, session, network, call, provider, ial, agent, count, since)
  SELECT kind, code, account_id, person, by_account, by_person, session, network, call, provider, ial, agent, count, CASE WHEN for_ms > 0 THEN clock_timestamp() - make_interval(secs => for_ms / 1000.0) END
    FROM jsonb_to_recordset($1::jsonb) AS e(kind text, code text, account_id uuid, person text, by_account uuid, by_person text, session text, network text, call text, provider text, ial text, agent text, count int, for_ms int)`;

/** Who signs in after having been locked out has lifted it by that. */
const LIFT = `
  INSERT INTO security_event (kind, account_id, person, network)
  SELECT 'lock-lifted', $1, $2, $3 WHERE (SELECT kind FROM security_event WHERE person = $2 AND kind IN ('locked-out', 'sign-in') ORDER BY id DESC LIMIT 1) = 'locked-out'`;

/**
 * Keeps the record of sign-ins and refusals, which can only grow. What changes a session is written with the change itself; what is refused is counted in
 * memory first and written within moments, outside of every transaction.
 */
@Injectable()
export class SecurityRecord implements OnModuleDestroy {
  private readonly logger = new Logger('SecurityRecord');
  private readonly tally = new Tally<SecurityEvent>();
  private waiting: CountedEvent[] = [];
  private timer: NodeJS.Timeout | undefined;
  private timerAt = 0;
  private isOver = false;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Marks) private readonly marks: Marks,
  ) {}

  /** In the transaction that does it. */
  async write(client: PoolClient, ...events: SecurityEvent[]): Promise<void> {
    if (events.length > 0) await client.query(INSERT, [JSON.stringify(events.map((event) => this.rowOf(event)))]);
  }

  /** Somebody signs in, before that is written: a lock-out is over. */
  async lift(client: PoolClient, accountId: string, ip: string): Promise<void> {
    await client.query(LIFT, [accountId, this.marks.ofPerson(accountId), this.marks.ofNetwork(ip)]);
  }

  /** Counts what may come often; it is written in a moment. */
  count(event: SecurityEvent): void {
    const { kind, code, call, accountId, ip = '' } = event;
    const network = this.marks.ofNetwork(ip);
    this.tally.add({
      caller: accountId ?? network, isPerson: accountId !== undefined, key: [kind, code, call].join(' '), event,
      more: { kind, code: 'many-kinds', accountId, ip }, others: { kind, code: 'many-callers' },
    });
    this.flushIn(GATHER_MS);
  }

  /** Whether an event of this person or network would be a row of its own. */
  hasRoomFor({ accountId, ip }: { accountId?: string; ip: string }): boolean {
    return this.tally.hasRoomFor(accountId ?? this.marks.ofNetwork(ip), accountId !== undefined);
  }

  /** Writes what was counted; with `isLast`, also what would be counted on. Never fails: what cannot be written now waits. */
  flush(isLast = false): Promise<void> {
    this.writing = this.writing.then(() => this.writeCounted(isLast));
    return this.writing;
  }

  async onModuleDestroy(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.flush(true);
  }

  private async writeCounted(isLast: boolean): Promise<void> {
    const events = [...this.waiting, ...this.tally.take(isLast).map(({ event, count, forMs }) => ({ ...event, count, forMs }))];
    this.waiting = [];
    if (events.length === 0) return;
    try {
      await this.source.query(INSERT, [JSON.stringify(events.map((event) => this.rowOf(event)))]);
    } catch (error) {
      this.waiting = events.slice(0, MOST_WAITING);
      this.logger.warn(`${events.length} events wait to be written, ${events.length - this.waiting.length} are left out: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  private flushIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.isOver || (this.timer && this.timerAt <= at)) return;
    clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => void this.flushOnTime(), ms).unref();
  }

  private async flushOnTime(): Promise<void> {
    this.timer = undefined;
    await this.flush();
    const next = this.waiting.length > 0 ? AGAIN_MS : this.tally.dueInMs;
    if (next !== undefined) this.flushIn(next + GATHER_MS);
  }

  private rowOf({ kind, code, accountId, by, startedAt, ip, call, provider, ial, agent, count = 1, forMs = 0 }: CountedEvent): Record<string, unknown> {
    const isOther = by !== undefined && by !== accountId;
    return {
      kind, code, call, provider, ial, count, for_ms: forMs,
      ...(accountId ? { account_id: accountId, person: this.marks.ofPerson(accountId) } : {}),
      ...(isOther ? { by_account: by, by_person: this.marks.ofPerson(by) } : {}),
      ...(accountId && startedAt ? { session: this.marks.ofSession(accountId, startedAt) } : {}),
      ...(ip ? { network: this.marks.ofNetwork(ip) } : {}),
      ...(agent === undefined ? {} : { agent: agent.replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_AGENT) }),
    };
  }
}
