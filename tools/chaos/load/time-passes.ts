import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A clock that was brought forward: as if the days until then had passed. */
export interface BroughtForward {
  applicationId: string;
  name: string;
  event: string;
  setByRevision: number;
  /** When it was due, and when it is. */
  from: string;
  to: string;
}

const EVERY_MS = 1_000;

/** One running clock of each application that nobody shall act on; each at most once. */
const BRING_FORWARD = `
  WITH next AS (
    SELECT DISTINCT ON (t.application_id) t.application_id, t.name, t.due_at AS was, date_trunc('milliseconds', clock_timestamp()) + interval '1500 milliseconds' AS due
      FROM timer t JOIN application a ON a.id = t.application_id
     WHERE a.case_id = ANY($1) AND a.life_of IS NULL AND t.stopped_at IS NULL AND t.fired_at IS NULL AND t.due_at > now() + interval '1 hour'
       AND t.application_id || t.name <> ALL($2)
     ORDER BY t.application_id, t.due_at
  )
  UPDATE timer t SET due_at = next.due FROM next WHERE t.application_id = next.application_id AND t.name = next.name AND t.due_at = next.was
  RETURNING t.application_id AS "applicationId", t.name, t.event, t.set_by_revision AS "setByRevision", next.was::text AS "from", t.due_at::text AS "to"`;

const PUT_BACK = `UPDATE timer SET due_at = $5::timestamptz WHERE application_id = $1 AND name = $2 AND set_by_revision = $3 AND due_at = $4::timestamptz`;

/** Lets days pass over some cases: their clocks fall due while the faults are about. */
export class TimePasses {
  readonly moved: BroughtForward[] = [];
  private isOn = true;
  private readonly passing: Promise<void>;

  constructor(
    private readonly url: string,
    private readonly cases: ReadonlySet<string>,
  ) {
    this.passing = this.pass();
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await this.passing;
  }

  /** Says again when each clock was due, so that a replay finds what the calendar says. */
  async putBack(client: pg.Client): Promise<void> {
    for (const { applicationId, name, setByRevision, from, to } of this.moved) await client.query(PUT_BACK, [applicationId, name, setByRevision, to, from]);
  }

  private async pass(): Promise<void> {
    while (this.isOn) {
      await this.bringForward().catch(() => undefined);
      await wait(EVERY_MS);
    }
  }

  private async bringForward(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const done = this.moved.map(({ applicationId, name }) => applicationId + name);
      const { rows } = await client.query<BroughtForward>(BRING_FORWARD, [[...this.cases], done]);
      this.moved.push(...rows);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
