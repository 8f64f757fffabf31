import { Refusal, type PersonActor, type TellDates, type UploadView } from '@anuyat/contract';
import type { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Archivist } from '../archivist';
import type { Contents } from '../contents';
import { refuseFile } from '../file-refusals';
import { assertNamed, type Takes } from '../receive';
import { assertRoom } from '../room';
import type { VaultKeeper } from '../vault/vault-keeper';
import { joinPieces } from './join-pieces';
import { Pen } from './pen';
import { dropPieces, removeUpload } from './sweep-uploads';
import { getUpload, LIFETIME, piecesOf, UPLOADS, viewOfUpload, type UploadResult, type UploadRow } from './upload-row';
import { writePieces, type Body } from './write-pieces';

/** An upload that is about to begin: of what, and for which case or else which vault. */
export interface Announced {
  caseId: string | null;
  code: string;
  business: string | null;
  dates: TellDates;
  fileName: string;
  bytes: number;
  sha256: string | null;
  /** As the sender wrote it; given back as it is. */
  metadata: string;
}

/** Uploads that one account may have unfinished at a time. */
const MOST_OPEN = 20;

/** Carries files in that come in pieces: each goes on where it stopped, at whichever process, and becomes a paper when it is whole. */
export class Porter {
  constructor(
    private readonly source: DataSource,
    private readonly contents: Contents,
    private readonly archivist: Archivist,
    private readonly vault: VaultKeeper,
  ) {}

  /**
   * Begins an upload, once its place, kind and size are such that it can be taken.
   * @throws Refusal `file-kind`, `file-empty`, `file-too-large`, `room-full`, `too-many-uploads`; as `Archivist.takes` and `VaultKeeper.takes`.
   */
  async announce(actor: PersonActor, announced: Announced): Promise<UploadRow> {
    const { caseId, code, business, dates, fileName, bytes, sha256, metadata } = announced;
    const asks = await this.takes(actor, announced);
    assertNamed(asks, fileName);
    if (bytes === 0) throw refuseFile('file-empty', asks);
    if (bytes > asks.maxBytes) throw refuseFile('file-too-large', asks);
    const id = uuidv7();
    await this.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`uploads ${actor.accountId}`]);
      const [open]: { uploads: number; bytes: number }[] = await tx.query(
        `SELECT count(*)::int AS uploads, coalesce(sum(bytes), 0)::float8 AS bytes FROM upload WHERE account_id = $1 AND expires_at > now() AND result IS NULL`,
        [actor.accountId],
      );
      if (open && open.uploads >= MOST_OPEN) throw new Refusal('too-many-uploads');
      await assertRoom(tx, actor, bytes + (open?.bytes ?? 0));
      await tx.query(
        `INSERT INTO upload (id, account_id, case_id, code, business, issued_on, expires_on, file_name, bytes, sha256, metadata, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now() + ${LIFETIME})`,
        [id, actor.accountId, caseId, code, business, dates.issuedOn, dates.expiresOn, fileName, bytes, sha256, metadata],
      );
    });
    return getUpload(this.source, actor, id);
  }

  /** @throws Refusal `not-found`. */
  get(actor: PersonActor, id: string): Promise<UploadRow> {
    return getUpload(this.source, actor, id);
  }

  /** Unfinished uploads of one’s own, oldest first. */
  async list(actor: PersonActor): Promise<UploadView[]> {
    const rows: UploadRow[] = await this.source.query(`${UPLOADS} AND result IS NULL ORDER BY id`, [actor.accountId]);
    return rows.map(viewOfUpload);
  }

  /**
   * Takes the next part of an upload in.
   * @param said how many bytes the sender says come now; undefined where it does not say.
   * @throws Refusal `not-found`, `upload-offset`, `upload-busy`, `body-too-large`, `upload-checksum`.
   */
  async write(actor: PersonActor, id: string, { from, said, ...body }: Omit<Body, 'until'> & { said: number | undefined }): Promise<UploadRow> {
    const { received, bytes, result } = await this.get(actor, id);
    if (from !== received || result) throw new Refusal('upload-offset');
    if (said !== undefined && received + said > bytes) throw new Refusal('body-too-large');
    const pen = await Pen.take(this.source, id, received);
    try {
      await writePieces(this.contents.store, pen, { ...body, from, until: bytes });
    } finally {
      await pen.layDown();
    }
    return this.get(actor, id);
  }

  /**
   * Makes a paper of an upload that is whole, by the very checks of a file that comes in one piece. Asking again gives the same paper.
   * @throws Refusal `upload-unfinished`, `upload-busy`; `upload-checksum` where it is not the file that was announced; as `Archivist.add` and
   * `VaultKeeper.put`: the upload stays as it is then.
   */
  async finish(actor: PersonActor, id: string): Promise<UploadResult> {
    const row = await this.get(actor, id);
    if (row.result) return row.result;
    if (row.received < row.bytes) throw new Refusal('upload-unfinished');
    const pen = await Pen.take(this.source, id, row.received);
    try {
      const result = await pen.during(() => this.file(actor, row));
      await this.source.query(`UPDATE upload SET result = $2 WHERE id = $1`, [id, JSON.stringify(result)]);
      await dropPieces(this.source, this.contents.store, id);
      return result;
    } finally {
      await pen.layDown();
    }
  }

  /** Ends an upload, whoever writes it; nothing of it stays. @throws Refusal `not-found`. */
  async end(actor: PersonActor, id: string): Promise<void> {
    await this.get(actor, id);
    await removeUpload(this.source, this.contents.store, id);
  }

  private async file(actor: PersonActor, row: UploadRow): Promise<UploadResult> {
    const { case_id: caseId, code, business, file_name: fileName, issued_on: issuedOn, expires_on: expiresOn } = row;
    const content = joinPieces(this.contents.store, await piecesOf(this.source, row.id), row);
    if (caseId) return this.archivist.add(actor, { caseId, code, fileName, content });
    return this.vault.put(actor, { code, business, fileName, content, dates: { issuedOn, expiresOn } });
  }

  private async takes(actor: PersonActor, { caseId, ...deposit }: Announced): Promise<Takes> {
    return caseId ? this.archivist.takes(actor, caseId, deposit.code) : this.vault.takes(actor, deposit);
  }
}
