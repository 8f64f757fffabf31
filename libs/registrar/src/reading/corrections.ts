import type { CorrectionView } from '@anuyat/contract';
import { asPortal } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import { actOf, getFactAt, setFact, textOf, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { ReviewSeal } from '../corrections/review-seal';
import type { DefinitionLibrary } from '../definition-library';
import type { Dossier, HistoryLine } from './dossier';
import { fieldTitle } from './titled-form';

interface Concern {
  applicationId: string;
  lane: string;
  outcome: CorrectionView['outcome'];
  is: string;
}

interface AnswerChange {
  revision: number;
  changes: Record<string, unknown>;
}

/**
 * What corrections meant for the lanes of some applications of one case, newest first: whose verdict stands, with its proof, and who looks
 * again at what, before and after. Values are the case's own; the caller has checked who may look.
 */
export async function readCorrections(source: DataSource, library: DefinitionLibrary, caseId: string, dossiers: readonly Dossier[]): Promise<CorrectionView[]> {
  const answered = await readAnswered(source, caseId);
  if (answered.length === 0) return [];
  const changes: AnswerChange[] = await source.query(`SELECT revision, changes FROM answer_change WHERE case_id = $1 ORDER BY revision`, [caseId]);
  const known = new Map(dossiers.map((dossier) => [dossier.application.id, dossier]));
  return answered.flatMap(({ at, concerns, answersRevision }) =>
    concerns.flatMap((concern) => {
      const dossier = known.get(concern.applicationId);
      return dossier ? [viewOf(concern, dossier, library, { at, answersRevision, changes })] : [];
    }));
}

interface Answered {
  at: Date;
  concerns: Concern[];
  answersRevision: number;
}

/** An answer to one office concerns others of the case too, whose people may not read that office's history: the portal reads it for them. */
async function readAnswered(source: DataSource, caseId: string): Promise<Answered[]> {
  return asPortal(() => source.query<Answered[]>(
    `SELECT h.at, h.data -> 'concerns' AS concerns, (h.data ->> 'answersRevision')::int AS "answersRevision"
       FROM history h JOIN application a ON a.id = h.application_id
      WHERE a.case_id = $1 AND h.type LIKE '%.answered' AND h.data ? 'concerns' ORDER BY h.at DESC`,
    [caseId],
  ));
}

function viewOf({ applicationId, lane, outcome, is }: Concern, { application, history }: Dossier, library: DefinitionLibrary, when: { at: Date; answersRevision: number; changes: AnswerChange[] }): CorrectionView {
  const definition = library.getLicence(application.code, application.version);
  const line = history.find(({ type, data }) => type === `${lane}.${outcome}` && data['answersRevision'] === when.answersRevision);
  return {
    at: when.at.toISOString(),
    applicationId, lane, outcome,
    licence: textOf(definition.texts, 'title'),
    office: getOffice(application.offices[lane]?.office ?? '').title,
    changed: line ? changedFacts(definition, line, history, when.changes) : [],
    documents: ((line?.data['documents'] ?? []) as string[]).map((code) => ({ code, title: textOf(definition.texts, `documents.${code}`) })),
    digest: is,
  };
}

/** From what the lane read at its last review to what stands there now. */
function changedFacts(definition: LicenceDefinition, line: HistoryLine, history: readonly HistoryLine[], changes: readonly AnswerChange[]): CorrectionView['changed'] {
  const lane = line.type.slice(0, line.type.lastIndexOf('.'));
  const seal = history.findLast(({ type, revision, data }) => revision < line.revision && type === `${lane}.${actOf(type)}` && data['read'] !== undefined)?.data['read'] as ReviewSeal | undefined;
  const now = Number(line.data['answersRevision']);
  const before = answersAt(changes, seal?.answersRevision ?? now - 1);
  const after = answersAt(changes, now);
  return ((line.data['changed'] ?? []) as string[]).map((path) => ({
    path, title: fieldTitle(definition.form, definition.texts, path), before: getFactAt(before, path), after: getFactAt(after, path),
  }));
}

function answersAt(changes: readonly AnswerChange[], revision: number): CaseAnswers {
  return changes.filter((change) => change.revision <= revision).flatMap((change) => Object.entries(change.changes)).reduce<CaseAnswers>((so, [path, value]) => setFact(so, path, value ?? undefined), {});
}
