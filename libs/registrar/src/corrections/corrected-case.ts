import type { PoolClient } from 'pg';
import type { CaseFacts, LaneOffice } from '../application-row';
import type { DefinitionLibrary } from '../definition-library';
import { payeesOf } from '../rate-book';
import { reopeningsOf, type CorrectionOutcome, type FoundApplication, type LaneOutcome } from './reopenings';
import type { ReviewSeal } from './review-seal';

const LOCK_CASE = `SELECT c.id FROM case_file c JOIN application a ON a.case_id = c.id WHERE a.id = $1 FOR NO KEY UPDATE OF c`;
const LOCK_APPLICATIONS = `SELECT id FROM application WHERE case_id = $1 ORDER BY id FOR NO KEY UPDATE`;

const APPLICATIONS = `SELECT id, code, version, state, offices FROM application WHERE case_id = $1 ORDER BY id`;

const SEALS = `
  SELECT DISTINCT ON (h.application_id, lane) h.application_id, left(h.type, length(h.type) - position('.' in reverse(h.type))) AS lane, h.data -> 'read' AS seal
    FROM history h JOIN application a ON a.id = h.application_id
   WHERE a.case_id = $1 AND h.data ? 'read'
   ORDER BY h.application_id, lane, h.revision DESC`;

/**
 * Locks a case with all its applications, the case first and these in the order of their ids: a correction of one concerns all, and
 * two of them never wait for each other in a ring. Rows that refer to the case (a bill, a notice) are written meanwhile by whoever holds
 * one of the applications: their keys stay free.
 */
export async function lockCaseOf(client: PoolClient, applicationId: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(LOCK_CASE, [applicationId]);
  if (rows[0]) await client.query(LOCK_APPLICATIONS, [rows[0].id]);
}

/** Works out whom the correction of a locked case concerns, and marks its applications, so that a review of the older answers is not written. */
export async function correct(client: PoolClient, library: DefinitionLibrary, caseId: string, { before, after }: { before: CaseFacts; after: CaseFacts }): Promise<CorrectionOutcome> {
  await client.query(`UPDATE application SET answers_revision = $2 WHERE case_id = $1`, [caseId, after.answersRevision]);
  const { rows: applications } = await client.query<{ id: string; code: string; version: number; state: FoundApplication['state']; offices: Record<string, LaneOffice> }>(APPLICATIONS, [caseId]);
  const { rows: seals } = await client.query<{ application_id: string; lane: string; seal: ReviewSeal }>(SEALS, [caseId]);
  const found = applications.map(({ id, code, version, state, offices }) => {
    const definition = library.getLicence(code, version);
    return {
      id, state, definition,
      seals: new Map(seals.filter(({ application_id }) => application_id === id).map(({ lane, seal }) => [lane, seal])),
      rates: library.rates.on(definition, payeesOf(definition, offices), after.filedOn ?? ''),
    };
  });
  return reopeningsOf(found, before, after);
}

/** A lane that begins, or closes, after the application was opened has, or has no longer, a part in it. */
export async function markPart(client: PoolClient, { applicationId, lane, outcome }: LaneOutcome): Promise<void> {
  if (outcome === 'called') await client.query(`UPDATE application SET offices = offices #- ARRAY[$2, 'isLeftOut'] WHERE id = $1`, [applicationId, lane]);
  if (outcome === 'released') await client.query(`UPDATE application SET offices = jsonb_set(offices, ARRAY[$2, 'isLeftOut'], 'true') WHERE id = $1`, [applicationId, lane]);
}
