import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

export interface OpenTask {
  applicationId: string;
  lane: string;
  office: string;
  stage: string;
}

/** What a case looks like from outside: enough to know whose move it is. */
export interface Standing {
  applications: { id: string; status: string; revision: number }[];
  tasks: OpenTask[];
  bills: string[];
  /** How many of its clocks have rung. */
  rings: number;
}

const LOOK = `
  SELECT c.id,
         (SELECT coalesce(json_agg(json_build_object('id', a.id, 'status', a.status, 'revision', a.revision)), '[]') FROM application a WHERE a.case_id = c.id AND a.life_of IS NULL) AS applications,
         (SELECT coalesce(json_agg(json_build_object('applicationId', t.application_id, 'lane', t.lane, 'office', t.office, 'stage', t.stage)), '[]')
            FROM task t WHERE t.case_id = c.id AND t.status IN ('open', 'claimed')) AS tasks,
         (SELECT coalesce(json_agg(b.id), '[]') FROM bill b WHERE b.case_id = c.id AND b.status = 'due') AS bills,
         (SELECT count(*)::int FROM timer t JOIN application a ON a.id = t.application_id WHERE a.case_id = c.id AND t.fired_at IS NOT NULL) AS rings
    FROM case_file c WHERE c.id = ANY($1)`;

const EVERY_MS = 350;

/**
 * What waits for whom, read off the database past all faults: the load's eyes in place of the streams of a hundred browsers. It only tells
 * when to look; what people see and do goes through the portal.
 */
export class Board {
  private readonly watched = new Map<string, Standing | undefined>();
  private client: pg.Client | undefined;
  private isOpen = true;
  private readonly looking: Promise<void>;

  constructor(private readonly url: string) {
    this.looking = this.lookAgainAndAgain();
  }

  watch(caseId: string): void {
    this.watched.set(caseId, undefined);
  }

  leave(caseId: string): void {
    this.watched.delete(caseId);
  }

  find(caseId: string): Standing | undefined {
    return this.watched.get(caseId);
  }

  /** Until it has been looked at again. */
  rest(): Promise<void> {
    return wait(EVERY_MS);
  }

  async close(): Promise<void> {
    this.isOpen = false;
    await this.looking;
    await this.client?.end().catch(() => undefined);
  }

  private async lookAgainAndAgain(): Promise<void> {
    while (this.isOpen) {
      await this.look().catch(() => {
        this.client = undefined;
      });
      await wait(EVERY_MS);
    }
  }

  private async look(): Promise<void> {
    const ids = [...this.watched.keys()];
    if (ids.length === 0) return;
    const { rows } = await (await this.connected()).query<Standing & { id: string }>({ name: 'board', text: LOOK, values: [ids] });
    for (const { id, ...standing } of rows) if (this.watched.has(id)) this.watched.set(id, standing);
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    this.client = client;
    return client;
  }
}
