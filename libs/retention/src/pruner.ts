import type { DataSource } from 'typeorm';
import { PAST, REMOVABLE, type Removable } from './past';

/** From this hour in Thailand on a night's work is done. */
const NIGHT_HOUR = 2;
const BATCH = 100;

const CLAIM = `
  INSERT INTO retention_night (night, kind) SELECT now_there::date, $1 FROM (SELECT now() AT TIME ZONE 'Asia/Bangkok' AS now_there) n WHERE extract(hour FROM now_there) >= $2
  ON CONFLICT DO NOTHING RETURNING night::text`;

const SESSIONS = `DELETE FROM session WHERE id IN (${PAST.session} LIMIT ${BATCH})`;
const DRAFTS = `${PAST.draft} ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
const PAPERS = `UPDATE document SET removed_at = now() WHERE id IN (${PAST.papers} LIMIT ${BATCH}) RETURNING sha256`;

/** Drops stored contents that no paper refers to any more. */
export type DropUnused = (digests: readonly string[]) => Promise<void>;

/** Removes every night what the rules say is past, and nothing that somebody waits for. */
export class Pruner {
  constructor(
    private readonly source: DataSource,
    private readonly dropUnused: DropUnused,
  ) {}

  /** Once a night, whoever comes first. What a night that broke off left is past the next one, too. */
  async look(): Promise<void> {
    for (const kind of REMOVABLE) {
      const [claimed]: { night: string }[] = await this.source.query(CLAIM, [kind, NIGHT_HOUR]);
      if (!claimed) continue;
      const removed = await this.remove(kind);
      await this.source.query(`UPDATE retention_night SET removed = $3, done_at = clock_timestamp() WHERE night = $1 AND kind = $2`, [claimed.night, kind, removed]);
    }
  }

  /** Removes what is past of one kind now. @returns how many. */
  async remove(kind: Removable): Promise<number> {
    let removed = 0;
    for (;;) {
      const batch = await this.removeSome(kind);
      removed += batch;
      if (batch === 0) return removed;
    }
  }

  private removeSome(kind: Removable): Promise<number> {
    switch (kind) {
      case 'draft':
        return this.removeDrafts();
      case 'papers':
        return this.removePapers();
      case 'session':
        return this.removeSessions();
      case 'answers':
        return this.ask(`SELECT remove_answers() AS removed`);
      case 'notice':
        return this.ask(`SELECT remove_notices() AS removed`);
      case 'security-event':
        return this.ask(`SELECT remove_security_events() AS removed`);
      case 'access-note':
        return this.ask(`SELECT remove_access_notes() AS removed`);
    }
  }

  private async ask(statement: string): Promise<number> {
    const [{ removed } = { removed: 0 }]: { removed: number }[] = await this.source.query(statement);
    return removed;
  }

  private async removeSessions(): Promise<number> {
    const [, removed]: [unknown, number] = await this.source.query(SESSIONS);
    return removed;
  }

  private async removeDrafts(): Promise<number> {
    const { cases, digests } = await this.source.transaction(async (tx) => {
      const past: { id: string }[] = await tx.query(DRAFTS);
      const ids = past.map(({ id }) => id);
      const papers: { sha256: string }[] = await tx.query(`SELECT DISTINCT sha256 FROM document WHERE case_id = ANY($1)`, [ids]);
      await tx.query(`DELETE FROM document WHERE case_id = ANY($1)`, [ids]);
      await tx.query(`DELETE FROM answer_change WHERE case_id = ANY($1)`, [ids]);
      await tx.query(`DELETE FROM case_file WHERE id = ANY($1)`, [ids]);
      return { cases: ids.length, digests: papers.map(({ sha256 }) => sha256) };
    });
    await this.dropUnused(digests);
    return cases;
  }

  /** The rows stay with their digests; what lay behind them is shredded unless a vault or another case has it. */
  private async removePapers(): Promise<number> {
    const [rows]: [{ sha256: string }[], number] = await this.source.query(PAPERS);
    await this.dropUnused([...new Set(rows.map(({ sha256 }) => sha256))]);
    return rows.length;
  }
}
