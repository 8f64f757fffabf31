import { holds, readsAs } from '@anuyat/access';
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
 * Whether somebody may read a paper of a case: its applicant, and an officer through a lane of their office that looks at the application, as far as
 * the lane's definition says it reads the paper. A monitor has no lane, so none.
 */
export async function mayRead(source: DataSource, library: DefinitionLibrary, actor: PersonActor, paper: { accountId: string; caseId: string; code: string }): Promise<boolean> {
  const { accountId, caseId, code } = paper;
  if (readsAs(actor, 'paper', { accountId, state: 'draft', offices: [] })) return true;
  if (!holds(actor, 'officer') && !holds(actor, 'agency-system')) return false;
  const offices = code === ANSWER_PAPER ? await officesThatHear(source, caseId) : await officesThatRead(source, library, caseId, code);
  return readsAs(actor, 'paper', { accountId, state: 'open', offices }) !== undefined;
}

/** The offices of the lanes that read the paper, but for those that the rules left out. */
async function officesThatRead(source: DataSource, library: DefinitionLibrary, caseId: string, code: string): Promise<string[]> {
  const applications: Reviewed[] = await source.query(
    `SELECT a.code, a.version, a.offices, h.rulings
       FROM application a JOIN history h ON h.application_id = a.id AND h.revision = 1
      WHERE a.case_id = $1`,
    [caseId],
  );
  return applications.flatMap(({ code: licence, version, offices, rulings }) =>
    library
      .getLicence(licence, version)
      .lanes.filter(({ when, readsDocuments }) => readsDocuments.includes(code) && (when === undefined || rulings[when] === true))
      .flatMap(({ id }) => offices[id]?.office ?? []),
  );
}

/** Papers of an answer or an appeal are for the offices that meant to refuse, and for those that look at the appeal. */
async function officesThatHear(source: DataSource, caseId: string): Promise<string[]> {
  const [row]: { offices: string[] }[] = await source.query(
    `SELECT ARRAY(SELECT a.offices -> split_part(h.type, '.', 1) ->> 'office' FROM application a JOIN history h ON h.application_id = a.id
                   WHERE a.case_id = $1 AND h.type ~ '\\.(refusalIntended|refused|returned)$'
                  UNION SELECT o.value ->> 'office' FROM appeal p JOIN application a ON a.id = p.application_id, jsonb_each(a.offices) o WHERE a.case_id = $1) AS offices`,
    [caseId],
  );
  return row?.offices ?? [];
}
