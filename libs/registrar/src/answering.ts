import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { Refusal, type Actor, type FieldProblem } from '@anuyat/contract';
import { formats } from '@anuyat/dictionary';
import { canonicalJson, getFactAt, setFact, validateAnswers, withTexts, type CaseAnswers, type LicenceDefinition } from '@anuyat/licence-kit';
import type { ApplicationRow, CaseFacts } from './application-row';
import { readFacts } from './application-store';
import { actorRecord } from './actor-record';
import { shapeChanges } from './answer-shape';

interface AskedItem {
  kind: 'fact' | 'document';
  target: string;
}

/** What the history keeps of an answer: which facts changed and the digest of their values, not the values themselves. */
export interface AnswerRecord extends Record<string, unknown> {
  note?: string;
  documents: string[];
  changed: string[];
  answersRevision: number;
  digest: string;
  /** Lanes of the case that look again, and those whose verdict stands, with the digest that proves it. */
  concerns?: { applicationId: string; lane: string; outcome: string; is: string }[];
}

/**
 * Takes the applicant's answer into the case: only facts that were asked may change, and the form must hold afterwards.
 * Runs with the case and its applications locked, in the event's own transaction.
 * @throws Refusal `answers-invalid`.
 */
export async function takeAnswer(
  client: PoolClient,
  application: ApplicationRow,
  definition: LicenceDefinition,
  lane: string,
  data: Record<string, unknown>,
  actor: Actor,
): Promise<{ record: AnswerRecord; before: CaseFacts; facts: CaseFacts }> {
  const before = await readFacts(client, application.id);
  const changes = shapeChanges([definition.form], (data['changes'] ?? {}) as Record<string, unknown>);
  const documents = (data['documents'] ?? []) as string[];
  const told = askedBy(definition, lane);
  const asked = await lastAsked(client, application.id, told);
  const added = await newDocuments(client, application, told);
  const answers = Object.entries(changes).reduce<CaseAnswers>((so, [path, value]) => setFact(so, path, value), before.answers);
  const problems = [
    ...notAsked(asked, changes),
    ...stillUnanswered(asked, changes, before.answers, added),
    ...validateAnswers(withTexts(definition.form, definition.texts), answers, { ...answers, place: before.place ?? {} }, formats),
  ];
  if (problems.length > 0) throw new Refusal('answers-invalid', { fields: problems });

  const answersRevision = before.answersRevision + 1;
  await client.query(`UPDATE case_file SET answers = $2, answers_revision = $3, updated_at = now() WHERE id = $1`, [
    application.caseId, JSON.stringify(answers), answersRevision,
  ]);
  await client.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, $2, $3, $4)`, [
    application.caseId, answersRevision, JSON.stringify(changes), JSON.stringify(actorRecord(actor)),
  ]);
  const record: AnswerRecord = {
    ...(typeof data['note'] === 'string' ? { note: data['note'] } : {}),
    documents,
    changed: Object.keys(changes).sort(),
    answersRevision,
    digest: createHash('sha256').update(canonicalJson(changes)).digest('hex'),
  };
  return { record, before: { ...before, documents: before.documents.filter(({ code }) => !added.has(code)) }, facts: { ...before, answers, answersRevision } };
}

/** The events that tell the applicant what a lane wants; older definitions have no notice, and their officers ask directly. */
export function askedBy(definition: LicenceDefinition, lane: string): string[] {
  return Object.hasOwn(definition.events, `${lane}.told`) ? [`${lane}.told`, `${lane}.toldAgain`] : [`${lane}.asked`];
}

async function lastAsked(client: PoolClient, applicationId: string, types: string[]): Promise<AskedItem[]> {
  const { rows } = await client.query<{ items: AskedItem[] | null }>(
    `SELECT data -> 'items' AS items FROM history WHERE application_id = $1 AND type = ANY($2) ORDER BY revision DESC LIMIT 1`,
    [applicationId, types],
  );
  return rows[0]?.items ?? [];
}

/** Codes of documents that were added to the case after the lane asked. */
async function newDocuments(client: PoolClient, application: ApplicationRow, types: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ code: string }>(
    `SELECT DISTINCT d.code FROM document d
      WHERE d.case_id = $1 AND d.removed_at IS NULL
        AND d.uploaded_at > (SELECT max(at) FROM history WHERE application_id = $2 AND type = ANY($3))`,
    [application.caseId, application.id, types],
  );
  return new Set(rows.map(({ code }) => code));
}

function notAsked(asked: AskedItem[], changes: Record<string, unknown>): FieldProblem[] {
  const targets = asked.filter(({ kind }) => kind === 'fact').map(({ target }) => target);
  return Object.keys(changes)
    .filter((path) => !targets.some((target) => path === target || path.startsWith(`${target}.`)))
    .map((path) => ({
      path,
      code: 'not-asked',
      message: { th: 'เจ้าหน้าที่ไม่ได้ขอให้แก้ไขข้อมูลนี้', en: 'The office did not ask for this to be changed.' },
    }));
}

function stillUnanswered(asked: AskedItem[], changes: Record<string, unknown>, answers: CaseAnswers, added: Set<string>): FieldProblem[] {
  const isAnswered = ({ kind, target }: AskedItem): boolean =>
    kind === 'document'
      ? added.has(target)
      : Object.keys(changes).some((path) => path === target || path.startsWith(`${target}.`)) || getFactAt(answers, target) !== undefined;
  return asked
    .filter((item) => !isAnswered(item))
    .map(({ kind, target }) => ({
      path: target,
      code: 'unanswered',
      message:
        kind === 'document'
          ? { th: 'แนบเอกสารที่เจ้าหน้าที่ขอ', en: 'Add the document that the office asked for.' }
          : { th: 'ตอบข้อที่เจ้าหน้าที่ถาม', en: 'Answer what the office asked.' },
    }));
}
