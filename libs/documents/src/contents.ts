import type { DocumentKind } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { ContentStore, Parcel } from './store/content-store';

/** Knows every stored content, and which of them a paper still refers to: none is ever dropped before that. */
export class Contents {
  constructor(
    private readonly source: DataSource,
    readonly store: ContentStore,
  ) {}

  /** Keeps a parcel within the transaction that files the paper it belongs to. */
  async keep(tx: EntityManager, parcel: Parcel, kind: DocumentKind): Promise<void> {
    await lockContent(tx, parcel.sha256);
    await this.store.keep(parcel);
    await tx.query(`INSERT INTO stored_file (sha256, kind, bytes) VALUES ($1, $2, $3) ON CONFLICT (sha256) DO NOTHING`, [parcel.sha256, kind, parcel.bytes]);
  }

  /** Removes contents that no paper refers to any more, such as those of a discarded draft. */
  async dropUnused(digests: readonly string[]): Promise<void> {
    for (const sha256 of digests) {
      await this.source.transaction(async (tx) => {
        await lockContent(tx, sha256);
        const [use]: unknown[] = await tx.query(
          `SELECT 1 FROM document WHERE sha256 = $1 AND removed_at IS NULL UNION ALL SELECT 1 FROM vault_paper WHERE sha256 = $1 AND removed_at IS NULL LIMIT 1`,
          [sha256],
        );
        if (use) return;
        await this.store.drop(sha256);
        await tx.query(`DELETE FROM stored_file WHERE sha256 = $1`, [sha256]);
      });
    }
  }
}

/** Until the end of the transaction nobody else keeps or drops this content: none is dropped while a paper takes it up. */
export async function lockContent(tx: EntityManager, sha256: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`document ${sha256}`]);
}
