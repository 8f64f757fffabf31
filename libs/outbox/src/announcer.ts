import type { DataSource } from 'typeorm';

/** The channel that feeds the browsers' streams. */
export const MOVED_CHANNEL = 'anuyat_moved';

/** What moved: enough to know who must look again, and nothing of what is in it. */
export interface Movement {
  caseId: string;
  applicationId: string;
  revision: number;
}

/** PostgreSQL takes at most 8,000 bytes in one notification. */
const MOVEMENTS_PER_NOTIFICATION = 60;
const GATHER_MS = 25;

/**
 * Announces movements a batch at a time, outside of the events' transactions: a notification inside would make all commits
 * of the database wait for each other. An announcement that is lost costs a browser one late refresh, so errors are swallowed.
 */
export class Announcer {
  private readonly waiting = new Map<string, Movement>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {}

  /** Takes what a movement is and nothing else of what it is given: a notification has little room. */
  announce(movements: Movement[]): void {
    for (const { caseId, applicationId, revision } of movements) this.waiting.set(applicationId, { caseId, applicationId, revision });
    if (this.waiting.size > 0) this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  /** Sends what has gathered. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const movements = [...this.waiting.values()];
    this.waiting.clear();
    for (let at = 0; at < movements.length; at += MOVEMENTS_PER_NOTIFICATION) {
      const payload = JSON.stringify(movements.slice(at, at + MOVEMENTS_PER_NOTIFICATION));
      await this.source.query(`SELECT pg_notify($1, $2)`, [MOVED_CHANNEL, payload]).catch(() => undefined);
    }
  }
}
