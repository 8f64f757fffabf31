import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal, type DocumentView, type PersonActor, type TellDates } from '@anuyat/contract';
import type { DocumentKind } from '@anuyat/licence-kit';
import { PAPERS, viewOfPaper, type DefinitionLibrary, type PaperRow } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Contents } from './contents';
import { checkDates } from './dates';
import { refuseFile } from './file-refusals';
import { drawPage, NoPicture, type DrawnPage } from './preview/draw-page';
import { drawPicture } from './preview/draw-picture';
import { mayRead } from './reading';
import { receive, type Takes } from './receive';
import { assertRoom } from './room';
import { lockSlot, type Slot } from './slots';

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

/** What is filed under a code of a case; its content is kept already, or is kept by `keep`. */
export interface Filing {
  caseId: string;
  code: string;
  fileName: string;
  kind: DocumentKind;
  bytes: number;
  sha256: string;
  dates?: TellDates;
  keep(tx: EntityManager): Promise<void>;
}

/** Bytes of a file that is drawn; larger ones are opened instead. */
const MOST_DRAWN = 30 * 1024 * 1024;

/** Keeps the papers of cases: checks what comes in, and knows who may read what. */
export class Archivist {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly contents: Contents,
  ) {}

  /** What a place of a case takes now. @throws Refusal `not-found`, `bad-request`, `case-already-submitted`. */
  async takes(actor: PersonActor, caseId: string, code: string): Promise<Takes> {
    return this.source.transaction(async (tx) => (await lockSlot(tx, this.library, actor, caseId, code)).asks);
  }

  /**
   * Adds a paper. The same content under the same code is the same paper: adding it twice gives the one that is there.
   * @throws Refusal `not-found`, `case-already-submitted`, `file-kind`, `file-too-large`, `file-empty`, `file-too-many`, `room-full`.
   */
  async add(actor: PersonActor, { caseId, code, fileName, content }: Upload): Promise<DocumentView> {
    const asks = await this.takes(actor, caseId, code);
    const { store } = this.contents;
    const { parcel, name, kind } = await receive(store, asks, fileName, content);
    try {
      const { sha256, bytes } = parcel;
      return await this.source.transaction(async (tx) => {
        const slot = await lockSlot(tx, this.library, actor, caseId, code);
        await assertRoom(tx, actor, bytes);
        return this.file(tx, actor, slot, { caseId, code, fileName: name, kind, bytes, sha256, keep: () => this.contents.keep(tx, parcel, kind) });
      });
    } finally {
      await store.forget(parcel);
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
    await this.contents.dropUnused([sha256]);
  }

  /** Tells when a paper of a case was issued and until when it holds, while it can still be added. @throws as {@link add}; `answers-invalid`. */
  async tellDates(actor: PersonActor, caseId: string, documentId: string, dates: TellDates): Promise<DocumentView> {
    checkDates(dates);
    return this.source.transaction(async (tx) => {
      const [document]: { code: string }[] = await tx.query(
        `SELECT d.code FROM document d JOIN case_file c ON c.id = d.case_id WHERE d.id = $1 AND d.case_id = $2 AND c.account_id = $3 AND d.removed_at IS NULL`,
        [documentId, caseId, actor.accountId],
      );
      if (!document) throw new Refusal('not-found');
      const { asks } = await lockSlot(tx, this.library, actor, caseId, document.code);
      await tx.query(`UPDATE document SET issued_on = $2, expires_on = $3 WHERE id = $1`, [documentId, dates.issuedOn, dates.expiresOn]);
      const [told]: PaperRow[] = await tx.query(`${PAPERS} WHERE d.id = $1`, [documentId]);
      if (!told) throw new Refusal('not-found');
      return viewOfPaper(told, asks.title);
    });
  }

  /** The content of a paper for its applicant or a reading office. @throws Refusal `not-found` for all others; as `Contents.open`. */
  async open(actor: PersonActor, documentId: string): Promise<OpenedDocument> {
    const document = await this.find(actor, documentId);
    return { fileName: document.file_name, kind: document.kind, bytes: document.bytes, content: await this.contents.open(document.sha256) };
  }

  /**
   * A page of a paper as a picture, for whoever may open the paper; nothing of the file itself goes out.
   * @throws as {@link open}; Refusal `no-preview` where it cannot be drawn.
   */
  async preview(actor: PersonActor, documentId: string, page: number): Promise<DrawnPage> {
    const document = await this.find(actor, documentId);
    const content = await this.contents.open(document.sha256);
    if (document.bytes > MOST_DRAWN) {
      content.destroy();
      throw new Refusal('no-preview');
    }
    const bytes = await buffer(content);
    return (document.kind === 'application/pdf' ? drawPage(bytes, page) : drawPicture(bytes)).catch((error: unknown) => {
      throw error instanceof NoPicture ? new Refusal('no-preview') : error;
    });
  }

  /** Files what a slot takes. The slot must be locked by this transaction. */
  async file(tx: EntityManager, actor: PersonActor, { asks, since }: Slot, filing: Filing): Promise<DocumentView> {
    const { caseId, code, fileName, kind, bytes, sha256, dates } = filing;
    const there: PaperRow[] = await tx.query(
      `${PAPERS} WHERE d.case_id = $1 AND d.code = $2 AND d.removed_at IS NULL AND ($3::timestamptz IS NULL OR d.uploaded_at > $3)`,
      [caseId, code, since],
    );
    const same = there.find((paper) => paper.sha256 === sha256);
    if (same) return viewOfPaper(same, asks.title);
    if (there.length >= asks.maxFiles) throw refuseFile('file-too-many', asks);
    await filing.keep(tx);
    const id = uuidv7();
    await tx.query(
      `INSERT INTO document (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by, uploaded_at, issued_on, expires_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9, $10)`,
      [id, caseId, code, fileName, kind, bytes, sha256, actor.accountId, dates?.issuedOn ?? null, dates?.expiresOn ?? null],
    );
    const [filed]: PaperRow[] = await tx.query(`${PAPERS} WHERE d.id = $1`, [id]);
    if (!filed) throw new Error('The document was not written.');
    return viewOfPaper(filed, asks.title);
  }

  private async find(actor: PersonActor, documentId: string): Promise<PaperRow> {
    const [document]: (PaperRow & { account_id: string })[] = await this.source.query(
      `SELECT p.*, c.account_id FROM (${PAPERS} WHERE d.id = $1 AND d.removed_at IS NULL) p JOIN case_file c ON c.id = p.case_id`,
      [documentId],
    );
    if (!document) throw new Refusal('not-found');
    if (!(await mayRead(this.source, this.library, actor, { accountId: document.account_id, caseId: document.case_id, code: document.code }))) throw new Refusal('not-found');
    return document;
  }
}
