import type { Readable } from 'node:stream';
import { Refusal, type ScanState } from '@anuyat/contract';
import type { DocumentKind } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';
import type { ContentStore, Parcel, Seal } from './store/content-store';

/** A stored content as the table has it. */
export interface StoredFile {
  sha256: string;
  kind: DocumentKind;
  bytes: number;
  seal: Seal | null;
  scan: ScanState;
}

/** How contents begin: `waiting` for the scanner, or `not-scanned` where the installation runs without one and says so. */
export type FirstScan = Extract<ScanState, 'waiting' | 'not-scanned'>;

/** Knows every stored content, and which of them a paper still refers to: none is ever dropped before that. */
export class Contents {
  constructor(
    private readonly source: DataSource,
    readonly store: ContentStore,
    private readonly firstScan: FirstScan,
  ) {}

  /** Keeps a parcel within the transaction that files the paper it belongs to; the same content once. */
  async keep(tx: EntityManager, parcel: Parcel, kind: DocumentKind): Promise<void> {
    await lockContent(tx, parcel.sha256);
    const [known]: unknown[] = await tx.query(`SELECT 1 FROM stored_file WHERE sha256 = $1`, [parcel.sha256]);
    if (known) return;
    const seal = await this.store.keep(parcel);
    await tx.query(`INSERT INTO stored_file (sha256, kind, bytes, seal, scan) VALUES ($1, $2, $3, $4, $5)`, [parcel.sha256, kind, parcel.bytes, JSON.stringify(seal), this.firstScan]);
  }

  /**
   * A content for somebody who may read its paper.
   * @throws Refusal `file-not-scanned` until the scanner has looked at it, `file-infected` for ever after it found something.
   */
  async open(sha256: string): Promise<Readable> {
    const { scan, seal } = await this.get(sha256);
    if (scan === 'waiting') throw new Refusal('file-not-scanned');
    if (scan === 'infected') throw new Refusal('file-infected');
    return this.store.read(sha256, seal);
  }

  /** @throws where it is not there: a paper refers to what the store never had. */
  async get(sha256: string): Promise<StoredFile> {
    const [file]: StoredFile[] = await this.source.query(`SELECT sha256, kind, bytes, seal, scan FROM stored_file WHERE sha256 = $1`, [sha256]);
    if (!file) throw new Error(`Nothing is known of the content ${sha256}.`);
    return file;
  }

  /** Removes contents that no paper refers to any more, such as those of a discarded draft. */
  async dropUnused(digests: readonly string[]): Promise<void> {
    for (const sha256 of digests) {
      const file = await this.source.transaction((tx) => this.forgetUnused(tx, sha256));
      if (file) await this.store.drop(sha256, file.seal);
    }
  }

  /** Each keeping has a place of its own, so what is dropped after the commit is nobody else's. */
  private async forgetUnused(tx: EntityManager, sha256: string): Promise<Pick<StoredFile, 'seal'> | undefined> {
    await lockContent(tx, sha256);
    const [use]: unknown[] = await tx.query(
      `SELECT 1 FROM document WHERE sha256 = $1 AND removed_at IS NULL UNION ALL SELECT 1 FROM vault_paper WHERE sha256 = $1 AND removed_at IS NULL LIMIT 1`,
      [sha256],
    );
    if (use) return undefined;
    const [file]: Pick<StoredFile, 'seal'>[] = await tx.query(`SELECT seal FROM stored_file WHERE sha256 = $1`, [sha256]);
    await tx.query(`DELETE FROM stored_file WHERE sha256 = $1`, [sha256]);
    return file;
  }
}

/** Until the end of the transaction nobody else keeps or drops this content: none is dropped while a paper takes it up. */
export async function lockContent(tx: EntityManager, sha256: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`document ${sha256}`]);
}
