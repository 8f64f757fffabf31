import { Refusal, type FormDocument, type PersonActor } from '@anuyat/contract';
import { ANSWER_PAPER, composeForm, lanesOf, wordFor, type LicenceDefinition, type StoredState, awaitsAnswer } from '@anuyat/licence-kit';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';

/** A place in a case that takes a paper now. */
export interface Slot {
  asks: FormDocument;
  /** Only papers added since then count: an office asked for them anew. */
  since: Date | null;
}

interface OwnCase {
  status: 'draft' | 'submitted' | 'closed';
  licences: { code: string; isLeftOut?: true }[];
}

/**
 * The slot of a case of one's own, with the case locked: a draft takes every paper of its manual, a submitted case only what an
 * office's open question asks for.
 * @throws Refusal `not-found`, `bad-request` for a paper that the manual does not have, `case-already-submitted`.
 */
export async function lockSlot(tx: EntityManager, library: DefinitionLibrary, actor: PersonActor, caseId: string, code: string): Promise<Slot> {
  const [file]: OwnCase[] = await tx.query(`SELECT status, licences FROM case_file WHERE id = $1 AND account_id = $2 FOR UPDATE`, [caseId, actor.accountId]);
  if (!file) throw new Refusal('not-found');
  if (code === ANSWER_PAPER) return answerSlot(tx, caseId);
  const definitions = file.status === 'draft' ? newestOf(library, file.licences) : await filedOf(tx, library, caseId);
  const asks = composeForm(definitions).documents.find((document) => document.code === code);
  if (!asks) throw unknownDocument();
  if (file.status === 'draft') return { asks, since: null };
  const since = await findAskedAt(tx, caseId, code);
  if (!since) throw notAsked();
  return { asks, since };
}

/**
 * Papers of one's own choice, with an answer to an intended refusal or with an appeal, also against an order about a licence: taken while one of them can be sent
 * (Administrative Procedure Act B.E. 2539 ss.30, 44).
 */
async function answerSlot(tx: EntityManager, caseId: string): Promise<Slot> {
  const rows: { state: StoredState; status: string }[] = await tx.query(`SELECT state, status FROM application WHERE case_id = $1`, [caseId]);
  const isOpen = rows.some(({ state, status }) => ['refused', 'returned', 'suspended', 'revoked'].includes(status) || Object.values(lanesOf(state.value)).includes('hearing'));
  if (!isOpen) throw notAsked();
  const asks: FormDocument = { code: ANSWER_PAPER, title: wordFor('document.answer-paper'), isRequired: false, accepts: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 10_000_000, maxFiles: 40, askedBy: [] };
  return { asks, since: null };
}

/** When an office asked for a paper in a question that is still open; the newest of them. */
async function findAskedAt(tx: EntityManager, caseId: string, code: string): Promise<Date | undefined> {
  const rows: { state: StoredState; type: string; at: Date; is_asked: boolean }[] = await tx.query(
    `SELECT DISTINCT ON (h.application_id, h.type) a.state, h.type, h.at, h.data -> 'items' @> $2::jsonb AS is_asked
       FROM application a JOIN history h ON h.application_id = a.id
      WHERE a.case_id = $1 AND (h.type LIKE '%.told' OR h.type LIKE '%.toldAgain' OR h.type LIKE '%.asked')
      ORDER BY h.application_id, h.type, h.revision DESC`,
    [caseId, JSON.stringify([{ kind: 'document', target: code }])],
  );
  const open = rows.filter(({ state, type, is_asked }) => is_asked && isOpenBy(state, type));
  return open.map(({ at }) => at).sort((a, b) => b.getTime() - a.getTime())[0];
}

/** A lane's finding counts once it was told; where officers ask directly, nothing else does. */
function isOpenBy(state: StoredState, type: string): boolean {
  return awaitsAnswer(lanesOf(state.value)[type.slice(0, type.lastIndexOf('.'))]);
}

function newestOf(library: DefinitionLibrary, licences: OwnCase['licences']): LicenceDefinition[] {
  return licences.filter(({ isLeftOut }) => !isLeftOut).flatMap(({ code }) => library.findNewestLicence(code)?.definition ?? []);
}

async function filedOf(tx: EntityManager, library: DefinitionLibrary, caseId: string): Promise<LicenceDefinition[]> {
  const rows: { code: string; version: number }[] = await tx.query(`SELECT code, version FROM application WHERE case_id = $1 AND life_of IS NULL ORDER BY number`, [caseId]);
  return rows.map(({ code, version }) => library.getLicence(code, version));
}

function unknownDocument(): Refusal {
  return new Refusal('bad-request', {
    fields: [{ path: 'code', code: 'unknown-document', message: { th: 'เรื่องนี้ไม่มีเอกสารรายการนี้', en: 'This case has no such document.' } }],
  });
}

function notAsked(): Refusal {
  return new Refusal('case-already-submitted', {
    detail: {
      th: 'เพิ่มเอกสารได้เฉพาะรายการที่เจ้าหน้าที่ขอ และต้องเพิ่มก่อนส่งคำตอบ',
      en: 'A document can be added only where an office asks for it, before that question is answered.',
    },
  });
}
