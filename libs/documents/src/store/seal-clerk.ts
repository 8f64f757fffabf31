import type { DataSource } from 'typeorm';
import { lockContent, type Contents } from '../contents';
import type { Seal } from './content-store';

interface Unsettled {
  sha256: string;
  seal: Seal | null;
}

/** Seals what was kept before there were seals, and closes data keys anew when the master key has changed. Small steps, any time. */
export class SealClerk {
  constructor(
    private readonly source: DataSource,
    private readonly contents: Contents,
  ) {}

  /** @returns how many contents it settled; 0 when all are sealed under the current master key. */
  async settle(most = 20): Promise<number> {
    const rows: Unsettled[] = await this.source.query(`SELECT sha256, seal FROM stored_file WHERE seal IS NULL OR seal ->> 'key' <> $1 ORDER BY kept_at LIMIT $2`, [this.contents.store.currentKey, most]);
    for (const { sha256 } of rows) {
      const isOld = await this.source.transaction(async (tx) => {
        await lockContent(tx, sha256);
        const [now]: Unsettled[] = await tx.query(`SELECT sha256, seal FROM stored_file WHERE sha256 = $1`, [sha256]);
        if (!now) return false;
        const { store } = this.contents;
        const seal = now.seal ? store.rewrap(now.seal, sha256) : await store.sealOld(sha256);
        await tx.query(`UPDATE stored_file SET seal = $2 WHERE sha256 = $1`, [sha256, JSON.stringify(seal)]);
        return now.seal === null;
      });
      if (isOld) await this.contents.store.drop(sha256, null);
    }
    return rows.length;
  }
}
