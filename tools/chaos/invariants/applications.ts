import { countOf, rowsOf, type Invariant } from './world';

/** I1: the people's receipts are all in the database. */
export const nothingLost: Invariant = {
  id: 'I1', title: 'No application that was acknowledged is lost',
  async check(world) {
    const [filed, papers, drafts] = [world.journal.of('filed'), world.journal.of('document'), world.journal.of('draft')];
    const cases = new Map((await rowsOf<{ id: string; number: string | null; answers_revision: number; applications: string[] }>(
      world, `SELECT c.id, c.number, c.answers_revision, ARRAY(SELECT a.id FROM application a WHERE a.case_id = c.id) AS applications FROM case_file c`)).map((row) => [row.id, row]));
    const documents = new Set((await rowsOf<{ id: string }>(world, `SELECT id FROM document`)).map(({ id }) => id));
    const breaches = [
      ...filed.filter(({ caseId, number }) => cases.get(caseId)?.number !== number).map(({ caseId, number }) => `The case ${number} (${caseId}) was acknowledged and is not there.`),
      ...filed.flatMap(({ caseId, number, applications }) => applications.filter((id) => !cases.get(caseId)?.applications.includes(id)).map((id) => `The application ${id} of ${number} was acknowledged and is not there.`)),
      ...papers.filter(({ documentId }) => !documents.has(documentId)).map(({ documentId, code }) => `The paper ${code} (${documentId}) was acknowledged and is not there.`),
      ...drafts.filter(({ caseId, answersRevision }) => (cases.get(caseId)?.answers_revision ?? -1) < answersRevision).map(({ caseId }) => `Answers of the case ${caseId} were acknowledged and are not there.`),
    ];
    return { checked: `${filed.length} cases, ${drafts.length} saved answers, ${papers.length} papers that were acknowledged`, breaches };
  },
};

const ENDED_TWICE = `
  SELECT application_id AS id, string_agg(type, ', ' ORDER BY revision) AS what FROM history
   WHERE type IN ('licence.issued', 'withdrawn') OR state ->> 'status' = 'done' GROUP BY 1 HAVING count(*) FILTER (WHERE type = 'licence.issued') > 1 OR count(*) FILTER (WHERE type = 'withdrawn') > 1`;

/** An office's word is its last until it is asked anew. */
const APPROVED_TWICE = `
  SELECT h.application_id AS id, h.type AS what FROM history h
    JOIN history earlier ON earlier.application_id = h.application_id AND earlier.type = h.type AND earlier.revision < h.revision
   WHERE h.type LIKE '%.approved' AND NOT EXISTS (
     SELECT FROM history again, jsonb_array_elements(again.effects) e
      WHERE again.application_id = h.application_id AND again.revision > earlier.revision AND again.revision < h.revision
        AND e ->> 'type' = 'requestReview' AND e #>> '{params,lane}' = split_part(h.type, '.', 1))`;

const SAME_KEY_TWICE = `
  SELECT application_id AS id, data ->> 'transactionId' AS what FROM history WHERE type = 'fee.paid' GROUP BY 1, 2 HAVING count(*) > 1`;

/** I2: one decision, one end. */
export const decidedOnce: Invariant = {
  id: 'I2', title: 'No application is decided twice',
  async check(world) {
    const breaches: string[] = [];
    for (const [sql, words] of [[ENDED_TWICE, 'ended twice'], [APPROVED_TWICE, 'was approved twice by one lane'], [SAME_KEY_TWICE, 'took one payment twice']] as const) {
      for (const { id, what } of await rowsOf<{ id: string; what: string }>(world, sql)) breaches.push(`The application ${id} ${words}: ${what}.`);
    }
    const wrong = await rowsOf<{ id: string; status: string; licences: string }>(world, `
      SELECT a.id, a.status, (SELECT count(*) FROM licence l WHERE l.application_id = a.id) AS licences FROM application a
       WHERE a.life_of IS NULL AND (a.status = 'issued') <> EXISTS (SELECT FROM licence l WHERE l.application_id = a.id)`);
    breaches.push(...wrong.map(({ id, status, licences }) => `The application ${id} is ${status} and has ${licences} licences.`));
    const acts = new Map<string, string>();
    for (const { applicationId, revision, type, key } of world.journal.of('event')) {
      const step = `${applicationId} at revision ${revision}`;
      if (acts.has(step) && acts.get(step) !== key) breaches.push(`Two acts were both told to be the step ${step}: ${type}.`);
      acts.set(step, key);
    }
    const checked = `${await countOf(world, `SELECT count(*) AS n FROM application`)} applications, ${await countOf(world, `SELECT count(*) AS n FROM history WHERE type LIKE '%.approved'`)} approvals, ${acts.size} acts`;
    return { checked, breaches };
  },
};
