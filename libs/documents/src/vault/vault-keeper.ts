import type { Readable } from 'node:stream';
import { Refusal, type AttachFromVault, type DocumentView, type PersonActor, type TellDates, type VaultPaper, type VaultView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { paperAge } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import type { Archivist, OpenedDocument } from '../archivist';
import { lockContent, type Contents } from '../contents';
import { checkDates } from '../dates';
import { refuseFile } from '../file-refusals';
import { receive, type Takes } from '../receive';
import { assertRoom } from '../room';
import { lockSlot } from '../slots';
import { paperKindsOf } from './paper-kinds';
import { takeInFiled } from './take-in-filed';
import { reachOf, VAULT_PAPERS, viewOfVaultPaper, type VaultRow } from './vault-row';

/** A paper on its way into a vault: one's own, or that of a business that one acts for. */
export interface Deposit {
  code: string;
  business: string | null;
  fileName: string;
  content: Readable;
  dates?: TellDates;
}

/** Papers that one owner's vault holds, at most. */
const MOST_PAPERS = 500;

/** Keeps the papers of people and businesses between their cases: given once, taken into every case that asks for them. */
export class VaultKeeper {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly contents: Contents,
    private readonly archivist: Archivist,
  ) {}

  /** Everything that the actor keeps; papers of cases that were filed since are taken in first. */
  async view(actor: PersonActor): Promise<VaultView> {
    await takeInFiled(this.source, actor);
    const rows: VaultRow[] = await this.source.query(`${VAULT_PAPERS} ORDER BY v.added_at DESC, v.id`, reachOf(actor));
    const kinds = this.kinds();
    return { papers: rows.map((row) => this.viewOf(row, actor, kinds)), kinds, businesses: actor.companies.map(({ juristicId, name }) => ({ juristicId, name })) };
  }

  /** What a paper that is put in has to be. @throws Refusal `not-allowed` for a business that one does not act for; `bad-request` for a paper that no licence asks for; `answers-invalid`. */
  takes(actor: PersonActor, { code, business, dates }: Omit<Deposit, 'fileName' | 'content'>): Takes {
    const kind = this.kinds().find((one) => one.code === code);
    if (!kind) throw new Refusal('bad-request', { fields: [{ path: 'code', code: 'unknown-document', message: { th: 'ไม่มีใบอนุญาตใดขอเอกสารรายการนี้', en: 'No licence asks for such a document.' } }] });
    if (business !== null && !actor.companies.some(({ juristicId }) => juristicId === business)) throw new Refusal('not-allowed');
    if (dates) checkDates(dates);
    return { ...kind, maxFiles: MOST_PAPERS };
  }

  /** Puts a paper in. @throws as {@link takes} and {@link receive}; Refusal `file-too-many`, `room-full`. */
  async put(actor: PersonActor, { fileName, content, ...deposit }: Deposit): Promise<VaultPaper> {
    const asks = this.takes(actor, deposit);
    const { code, business, dates } = deposit;
    const { parcel, name, kind: found } = await receive(this.contents.store, asks, fileName, content);
    try {
      return await this.source.transaction(async (tx) => {
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`vault ${business ?? actor.accountId}`]);
        const [{ held } = { held: 0 }]: { held: number }[] = await tx.query(`SELECT count(*)::int AS held FROM vault_paper WHERE COALESCE(juristic_id, account_id::text) = $1 AND removed_at IS NULL`, [business ?? actor.accountId]);
        if (held >= MOST_PAPERS) throw refuseFile('file-too-many', asks);
        await assertRoom(tx, actor, parcel.bytes);
        await this.contents.keep(tx, parcel, found);
        const [kept]: { id: string }[] = await tx.query(
          `INSERT INTO vault_paper (id, account_id, juristic_id, code, file_name, sha256, issued_on, expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (COALESCE(juristic_id, account_id::text), code, sha256) WHERE removed_at IS NULL
           DO UPDATE SET issued_on = COALESCE(EXCLUDED.issued_on, vault_paper.issued_on), expires_on = COALESCE(EXCLUDED.expires_on, vault_paper.expires_on) RETURNING id`,
          [uuidv7(), actor.accountId, business, code, name, parcel.sha256, dates?.issuedOn ?? null, dates?.expiresOn ?? null],
        );
        return this.get(tx, actor, kept?.id ?? '');
      });
    } finally {
      await this.contents.store.forget(parcel);
    }
  }

  /** @throws Refusal `not-found`, `answers-invalid`. */
  async tellDates(actor: PersonActor, paperId: string, dates: TellDates): Promise<VaultPaper> {
    checkDates(dates);
    return this.source.transaction(async (tx) => {
      await this.lock(tx, actor, paperId);
      await tx.query(`UPDATE vault_paper SET issued_on = $2, expires_on = $3 WHERE id = $1`, [paperId, dates.issuedOn, dates.expiresOn]);
      return this.get(tx, actor, paperId);
    });
  }

  /**
   * Takes a paper out of the vault. Cases that have it keep it.
   * @throws Refusal `paper-in-use` while an application under way rests on it; `not-found`.
   */
  async remove(actor: PersonActor, paperId: string): Promise<void> {
    const { sha256 } = await this.source.transaction(async (tx) => {
      const paper = await this.lock(tx, actor, paperId);
      if (paper.is_waited_for) throw new Refusal('paper-in-use');
      await tx.query(`UPDATE vault_paper SET removed_at = now() WHERE id = $1`, [paperId]);
      return paper;
    });
    await this.contents.dropUnused([sha256]);
  }

  /** The content of a paper of the vault. @throws Refusal `not-found`. */
  async open(actor: PersonActor, paperId: string): Promise<OpenedDocument> {
    const { file_name, kind, bytes, sha256 } = await this.find(this.source, actor, paperId);
    return { fileName: file_name, kind, bytes, content: await this.contents.open(sha256) };
  }

  /** Files a paper of the vault in a case. @throws Refusal `paper-too-old` where the licence says so; `file-kind`, `file-too-large`; as `Archivist.add`. */
  async attach(actor: PersonActor, caseId: string, { code, paperId }: AttachFromVault): Promise<DocumentView> {
    return this.source.transaction(async (tx) => {
      const slot = await lockSlot(tx, this.library, actor, caseId, code);
      const paper = await this.lock(tx, actor, paperId);
      if (paper.code !== code) throw new Refusal('bad-request');
      if (!slot.asks.accepts.includes(paper.kind)) throw refuseFile('file-kind', slot.asks);
      if (paper.bytes > slot.asks.maxBytes) throw refuseFile('file-too-large', slot.asks);
      const dates = { issuedOn: paper.issued_on, expiresOn: paper.expires_on };
      if (['expired', 'too-old'].includes(paperAge(dates, slot.asks, bangkokDate(new Date())))) throw new Refusal('paper-too-old');
      const { file_name: fileName, kind, bytes, sha256 } = paper;
      return this.archivist.file(tx, actor, slot, { caseId, code, fileName, kind, bytes, sha256, dates, keep: () => lockContent(tx, sha256) });
    });
  }

  private kinds(): VaultView['kinds'] {
    return paperKindsOf(this.library.newestLicences().map(({ definition }) => definition));
  }

  private viewOf(row: VaultRow, actor: PersonActor, kinds: VaultView['kinds']): VaultPaper {
    return viewOfVaultPaper(row, kinds.find(({ code }) => code === row.code)?.title ?? { th: row.code, en: row.code }, actor);
  }

  private async get(tx: EntityManager, actor: PersonActor, paperId: string): Promise<VaultPaper> {
    return this.viewOf(await this.find(tx, actor, paperId), actor, this.kinds());
  }

  private async lock(tx: EntityManager, actor: PersonActor, paperId: string): Promise<VaultRow> {
    await tx.query(`SELECT 1 FROM vault_paper WHERE id = $1 FOR UPDATE`, [paperId]);
    return this.find(tx, actor, paperId);
  }

  private async find(source: DataSource | EntityManager, actor: PersonActor, paperId: string): Promise<VaultRow> {
    const [row]: VaultRow[] = await source.query(`${VAULT_PAPERS} AND v.id = $3`, [...reachOf(actor), paperId]);
    if (!row) throw new Refusal('not-found');
    return row;
  }
}
