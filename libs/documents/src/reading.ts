import type { PersonActor } from '@anuyat/contract';
import { ANSWER_PAPER, type Rulings } from '@anuyat/licence-kit';
import type { DefinitionLibrary, LaneOffice } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface Reviewed {
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  /** What the rules said when the application was opened: which conditional lanes there are. */
  rulings: Rulings;
}

/**
 * Whether an officer may read a paper of a case: only through a lane of their office that looks at the application, and only what
 * the lane's definition says it reads. A monitor has no lane, so none.
 */
export async function mayRead(source: DataSource, library: DefinitionLibrary, actor: PersonActor, caseId: string, code: string): Promise<boolean> {
  if (!actor.roles.includes('officer') || actor.offices.length === 0) return false;
  const applications: Reviewed[] = await source.query(
    `SELECT a.code, a.version, a.offices, h.rulings
       FROM application a JOIN history h ON h.application_id = a.id AND h.revision = 1
      WHERE a.case_id = $1`,
    [caseId],
  );
  if (code === ANSWER_PAPER) return hearsAnswers(source, actor, caseId);
  const own = new Set(actor.offices.map((office) => office.code));
  return applications.some(({ code: licence, version, offices, rulings }) =>
    library
      .getLicence(licence, version)
      .lanes.some(({ id, when, readsDocuments }) => readsDocuments.includes(code) && own.has(offices[id]?.office ?? '') && (when === undefined || rulings[when] === true)),
  );
}

/** Papers of an answer or an appeal are for the offices that meant to refuse, and for those that look at the appeal. */
async function hearsAnswers(source: DataSource, actor: PersonActor, caseId: string): Promise<boolean> {
  const [row]: { offices: string[] }[] = await source.query(
    `SELECT ARRAY(SELECT a.offices -> split_part(h.type, '.', 1) ->> 'office' FROM application a JOIN history h ON h.application_id = a.id
                   WHERE a.case_id = $1 AND h.type ~ '\\.(refusalIntended|refused|returned)$'
                  UNION SELECT o.value ->> 'office' FROM appeal p JOIN application a ON a.id = p.application_id, jsonb_each(a.offices) o WHERE a.case_id = $1) AS offices`,
    [caseId],
  );
  return actor.offices.some(({ code }) => row?.offices.includes(code));
}
