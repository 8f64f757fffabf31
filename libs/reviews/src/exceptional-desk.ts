import { readsAs, seenTopics } from '@anuyat/access';
import { Refusal, type ExceptionGround, type ExceptionalFileView, type ExceptionView, type OpenException, type PersonActor } from '@anuyat/contract';
import { visibleSchema, type CaseAnswers } from '@anuyat/licence-kit';
import { applicationsOf, isOwnMatter, readDossiers, timelineOf, titledTopics, type Reading } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';

/** How long an exception is open. */
export const EXCEPTION_HOURS = 2;

interface Row {
  id: string;
  case_id: string;
  account_id: string;
  number: string;
  business_name: string | null;
  ground: ExceptionGround;
  reason: string;
  at: Date;
  until: Date;
}

const OPEN = `
  SELECT e.id, e.case_id, c.account_id, c.number, c.business_name, e.ground, e.reason, e.at, e.until
    FROM exceptional_look e JOIN case_file c ON c.id = e.case_id WHERE e.reader_id = $1 AND e.until > now()`;

const WANTED = `
  SELECT c.id, c.account_id, a.id AS application_id, a.revision, a.acting_for FROM case_file c JOIN application a ON a.case_id = c.id AND a.life_of IS NULL
   WHERE c.submitted_at IS NOT NULL AND (c.number = $1 OR c.id = (SELECT case_id FROM application WHERE number = $1 LIMIT 1)) ORDER BY a.number LIMIT 1`;

/** Lets officers look at cases that are none of their office's: for a reason that the applicant reads, for two hours, and noted. */
export class ExceptionalDesk {
  constructor(private readonly reading: Reading) {}

  /** The applicant is told at once. @returns the exception's id. @throws Refusal `not-found`; `own-matter`. */
  async open(tx: EntityManager, officer: PersonActor, { number, ground, reason }: OpenException): Promise<string> {
    const [wanted]: { id: string; account_id: string; application_id: string; revision: number; acting_for: string | null }[] = await tx.query(WANTED, [number.trim()]);
    const [office] = officer.offices;
    if (!wanted || !office) throw new Refusal('not-found');
    if (isOwnMatter(officer, { accountId: wanted.account_id, actingFor: wanted.acting_for, offices: {} })) throw new Refusal('own-matter');
    const id = uuidv7();
    await tx.query(`INSERT INTO exceptional_look (id, case_id, reader_id, office, ground, reason, until) VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`, [
      id, wanted.id, officer.accountId, office.code, ground, reason, EXCEPTION_HOURS,
    ]);
    await tx.query(`INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) VALUES ($1, $2, $3, $4, 'tell', $5, 'notices')`, [uuidv7(), wanted.application_id, wanted.id, wanted.revision, { notice: 'looked-at' }]);
    return id;
  }

  /** The officer's own that have not ended. */
  async list(officer: PersonActor): Promise<ExceptionView[]> {
    const rows: Row[] = await this.reading.source.query(`${OPEN} ORDER BY e.at DESC`, [officer.accountId]);
    return rows.map(viewOf);
  }

  /** @throws Refusal `not-found`, also when it has ended. */
  async enter(officer: PersonActor, id: string): Promise<ExceptionalFileView> {
    const [row]: Row[] = await this.reading.source.query(`${OPEN} AND e.id = $2`, [officer.accountId, id]);
    const standing = row && readsAs(officer, 'exceptional-file', { accountId: row.account_id, state: 'open', offices: [], isException: true });
    if (!row || !standing) throw new Refusal('not-found');
    const { source, library } = this.reading;
    const [file]: { answers: CaseAnswers; place: Record<string, string | null> | null }[] = await source.query(`SELECT answers, place FROM case_file WHERE id = $1`, [row.case_id]);
    const dossiers = await readDossiers(source, { caseId: row.case_id });
    const applications = applicationsOf(dossiers, this.reading, null).filter(({ kind }) => kind !== 'appeal').map((application) => {
      const { form, texts } = library.getLicence(application.code, application.version);
      const { topics, answers } = seenTopics(standing, titledTopics(visibleSchema(form, { ...file?.answers, place: file?.place ?? {} }), texts), file?.answers ?? {});
      const own = dossiers.filter((dossier) => dossier.application.id === application.id);
      return { application, topics: topics.map(({ id: topic, title, schema }) => ({ id: topic, title, schema })), answers: answers as CaseAnswers, history: timelineOf(own, library) };
    });
    return { ...viewOf(row), applications };
  }
}

function viewOf({ id, number, business_name, ground, reason, at, until }: Row): ExceptionView {
  return { id, caseNumber: number, businessName: business_name ?? '', ground, reason, at: at.toISOString(), until: until.toISOString() };
}
