import { Refusal, type CarriedOver, type CaseStatus, type PersonActor } from '@anuyat/contract';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { IS_RESTING, IS_STUCK, type FilingKind } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';

/** A licence of a case. While the case is a draft the newest version counts; with the submission it is settled. */
export interface CaseLicence {
  code: string;
  version: number;
  /** Needed by the answers, but the applicant does not ask for it with this case. */
  isLeftOut?: true;
}

/** Codes of the place that the answers name, as rules read them under `place`. */
export type PlaceCodes = Record<string, string | null>;

/** A case as the table has it. */
export interface CaseRow {
  id: string;
  number: string | null;
  account_id: string;
  journey: string;
  journey_version: number;
  licences: CaseLicence[];
  status: CaseStatus;
  answers: CaseAnswers;
  answers_revision: number;
  place: PlaceCodes | null;
  updated_at: Date;
  submitted_at: Date | null;
  received_at_legal: Date | null;
  /** What it is filed for; a renewal names the licence. */
  filing_kind: FilingKind;
  of_licence: string | null;
  /** The licence that it renews or changes stands revoked. */
  is_resting: boolean;
  /** What the portal has to do next for it fails again and again. */
  is_stuck: boolean;
  /** Answers that no form asked for any more when the case was submitted. */
  set_aside: CarriedOver['setAside'];
}

const COLUMNS = `id, number, account_id, journey, journey_version, licences, status, answers, answers_revision, place, updated_at, submitted_at, received_at_legal, filing_kind, of_licence, set_aside, ${IS_RESTING} AS is_resting, ${IS_STUCK} AS is_stuck`;

/** A case, whoever's it is. The caller has checked who may look. @throws Refusal `not-found`. */
export async function getCase(source: DataSource | EntityManager, caseId: string): Promise<CaseRow> {
  const [row]: CaseRow[] = await source.query(`SELECT ${COLUMNS} FROM case_file c WHERE id = $1`, [caseId]);
  if (!row) throw new Refusal('not-found');
  return row;
}

/** A case of one's own. @throws Refusal `not-found`: a foreign case looks like none. */
export async function getOwnCase(source: DataSource | EntityManager, actor: PersonActor, caseId: string): Promise<CaseRow> {
  const [row]: CaseRow[] = await source.query(`SELECT ${COLUMNS} FROM case_file c WHERE id = $1 AND account_id = $2`, [caseId, actor.accountId]);
  if (!row) throw new Refusal('not-found');
  return row;
}

/** As {@link getOwnCase}, locked until the end of the transaction: answers, documents and submission wait for each other. */
export async function lockOwnCase(tx: EntityManager, actor: PersonActor, caseId: string): Promise<CaseRow> {
  const [row]: CaseRow[] = await tx.query(`SELECT ${COLUMNS} FROM case_file c WHERE id = $1 AND account_id = $2 FOR UPDATE`, [caseId, actor.accountId]);
  if (!row) throw new Refusal('not-found');
  return row;
}

/** A draft of one's own, locked. @throws Refusal `not-found`, `case-already-submitted`. */
export async function lockDraft(tx: EntityManager, actor: PersonActor, caseId: string): Promise<CaseRow> {
  const row = await lockOwnCase(tx, actor, caseId);
  if (row.status !== 'draft') throw new Refusal('case-already-submitted');
  return row;
}
