import type { Readable } from 'node:stream';
import { Refusal, type DocumentView, type PersonActor } from '@anuyat/contract';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { viewOf, type DocumentRow } from './document-row';
import { findKind, kindByName } from './file-kind';
import { cleanFileName } from './file-name';
import { refuseFile } from './file-refusals';
import { mayRead } from './reading';
import { lockSlot, type Slot } from './slots';
import type { Parcel, Vault } from './vault';

/** A file on its way in. */
export interface Upload {
  caseId: string;
  /** Of the paper in the manual, such as `floor-plan`. */
  code: string;
  fileName: string;
  content: Readable;
}

/** A paper to hand out. */
export interface OpenedDocument {
  fileName: string;
  kind: string;
  bytes: number;
  content: Readable;
}

const COLUMNS = 'd.id, d.case_id, d.code, d.file_name, d.kind, d.bytes, d.sha256, d.uploaded_at';

/** Keeps the papers of cases: checks what comes in, and knows who may read what. */
export class Archivist {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly vault: Vault,
  ) {}

  /**
   * Adds a paper. The same content under the same code is the same paper: adding it twice gives the one that is there.
   * @throws Refusal `not-found`, `case-already-submitted`, `file-kind`, `file-too-large`, `file-empty`, `file-too-many`.
   */
  async add(actor: PersonActor, { caseId, code, fileName, content }: Upload): Promise<DocumentView> {
    const { asks } = await this.source.transaction((tx) => lockSlot(tx, this.library, actor, caseId, code));
    const name = cleanFileName(fileName);
    const said = kindByName(name);
    if (!said || !asks.accepts.includes(said)) throw refuseFile('file-kind', asks);
    const parcel = await this.vault.take(content, asks.maxBytes).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'file-too-large' ? refuseFile('file-too-large', asks) : error;
    });
    try {
      if (parcel.bytes === 0) throw refuseFile('file-empty', asks);
      if ((await findKind(parcel.head, name)) !== said) throw refuseFile('file-kind', asks);
      return await this.source.transaction(async (tx) => {
        const slot = await lockSlot(tx, this.library, actor, caseId, code);
        return viewOf(await this.file(tx, actor, slot, { caseId, code, name, kind: said, parcel }), slot.asks.title);
      });
    } finally {
      await this.vault.forget(parcel);
    }
  }

  /** Takes a paper out of a draft of one's own. @throws Refusal `not-found`, `case-already-submitted`. */
  async remove(actor: PersonActor, caseId: string, documentId: string): Promise<void> {
    const sha256 = await this.source.transaction(async (tx) => {
      const [file]: { status: string }[] = await tx.query(`SELECT status FROM case_file WHERE id = $1 AND account_id = $2 FOR UPDATE`, [caseId, actor.accountId]);
      if (!file) throw new Refusal('not-found');
      const [document]: { sha256: string; removed_at: Date | null }[] = await tx.query(`SELECT sha256, removed_at FROM document WHERE id = $1 AND case_id = $2`, [documentId, caseId]);
      if (!document) throw new Refusal('not-found');
      if (file.status !== 'draft') throw new Refusal('case-already-submitted');
      await tx.query(`UPDATE document SET removed_at = now() WHERE id = $1 AND removed_at IS NULL`, [documentId]);
      return document.sha256;
    });
    await this.dropUnused([sha256]);
  }

  /** The content of a paper for its applicant or a reading office. @throws Refusal `not-found` for all others. */
  async open(actor: PersonActor, documentId: string): Promise<OpenedDocument> {
    const [document]: (DocumentRow & { account_id: string })[] = await this.source.query(
      `SELECT ${COLUMNS}, c.account_id FROM document d JOIN case_file c ON c.id = d.case_id WHERE d.id = $1 AND d.removed_at IS NULL`,
      [documentId],
    );
    if (!document) throw new Refusal('not-found');
    const isOwn = document.account_id === actor.accountId;
    if (!isOwn && !(await mayRead(this.source, this.library, actor, document.case_id, document.code))) throw new Refusal('not-found');
    return { fileName: document.file_name, kind: document.kind, bytes: document.bytes, content: await this.vault.read(document.sha256, document.bytes) };
  }

  /** Removes files that no paper refers to any more, such as those of a discarded draft. */
  async dropUnused(digests: readonly string[]): Promise<void> {
    for (const sha256 of digests) {
      await this.source.transaction(async (tx) => {
        await lockContent(tx, sha256);
        const [use]: unknown[] = await tx.query(`SELECT 1 FROM document WHERE sha256 = $1 AND removed_at IS NULL LIMIT 1`, [sha256]);
        if (!use) await this.vault.drop(sha256);
      });
    }
  }

  private async file(
    tx: EntityManager,
    actor: PersonActor,
    { asks, since }: Slot,
    { caseId, code, name, kind, parcel }: { caseId: string; code: string; name: string; kind: string; parcel: Parcel },
  ): Promise<DocumentRow> {
    const there: DocumentRow[] = await tx.query(
      `SELECT ${COLUMNS} FROM document d
        WHERE d.case_id = $1 AND d.code = $2 AND d.removed_at IS NULL AND ($3::timestamptz IS NULL OR d.uploaded_at > $3)`,
      [caseId, code, since],
    );
    const same = there.find(({ sha256 }) => sha256 === parcel.sha256);
    if (same) return same;
    if (there.length >= asks.maxFiles) throw refuseFile('file-too-many', asks);
    await lockContent(tx, parcel.sha256);
    await this.vault.keep(parcel);
    const [filed]: DocumentRow[] = await tx.query(
      `INSERT INTO document AS d (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp()) RETURNING ${COLUMNS}`,
      [uuidv7(), caseId, code, name, kind, parcel.bytes, parcel.sha256, actor.accountId],
    );
    if (!filed) throw new Error('The document was not written.');
    return filed;
  }
}

/** Until the end of the transaction nobody else keeps or drops this content: a file is never dropped while it is being filed. */
async function lockContent(tx: EntityManager, sha256: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`document ${sha256}`]);
}
