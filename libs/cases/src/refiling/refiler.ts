import { Refusal, type PersonActor } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { acceptedEvents, askedAnswers, type CaseAnswers, type ComposedForm, type StoredState } from '@anuyat/licence-kit';
import { actorRecord, type DefinitionLibrary, type FilingKind } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { businessNameOf } from '../applicant';
import { CaseForms } from '../case-forms';
import { findPlace, placeCodes } from '../placing';
import { carriedPapers, type HandedIn } from './carried-papers';
import { getLastFiling } from './last-filing';

interface HeldLicence {
  number: string;
  code: string;
  life_code: string;
  life_version: number;
  state: StoredState;
}

/** The licence is locked, so that two presses open one draft. */
const HELD = `
  SELECT l.number, l.code, a.code AS life_code, a.version AS life_version, a.state
    FROM licence l JOIN application a ON a.life_of = l.number WHERE l.number = $1 AND l.account_id = $2 FOR UPDATE OF l`;

const OPEN_DRAFT = `SELECT id FROM case_file WHERE of_licence = $1 AND filing_kind = $3 AND account_id = $2 AND status = 'draft' ORDER BY id DESC LIMIT 1`;

const HANDED_IN = `SELECT id, code, issued_on::text AS "issuedOn", expires_on::text AS "expiresOn" FROM document WHERE case_id = $1 AND removed_at IS NULL`;

const COPY_PAPERS = `
  INSERT INTO document (id, case_id, code, file_name, kind, bytes, sha256, uploaded_by, issued_on, expires_on)
  SELECT gen_random_uuid(), $2, code, file_name, kind, bytes, sha256, $3, issued_on, expires_on FROM document WHERE case_id = $1 AND id = ANY($4)`;

/** Opens drafts that renew or change a licence, filled in with everything that was told and handed in for it the last time and still holds. */
export class Refiler {
  private readonly forms: CaseForms;

  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {
    this.forms = new CaseForms(library);
  }

  /**
   * The draft that renews a licence of one's own: the open one, or a new one.
   * @returns the case's id.
   * @throws Refusal `not-found` for another's licence, `event-not-accepted` when it cannot be renewed now, or not by filing.
   */
  async renew(actor: PersonActor, number: string): Promise<string> {
    return this.refile(actor, number, 'renewal', 'renewal.filed');
  }

  /** As {@link renew}, to change what the licence says. */
  async change(actor: PersonActor, number: string): Promise<string> {
    return this.refile(actor, number, 'change', 'licence.amended');
  }

  private async refile(actor: PersonActor, number: string, kind: Exclude<FilingKind, 'new'>, needs: string): Promise<string> {
    return this.source.transaction(async (tx) => {
      const [licence]: HeldLicence[] = await tx.query(HELD, [number, actor.accountId]);
      if (!licence) throw new Refusal('not-found');
      const life = this.library.getLicence(licence.life_code, licence.life_version);
      const accepts = acceptedEvents(life, licence.state);
      if (!accepts.includes(needs)) throw new Refusal('event-not-accepted', { accepts });
      const [draft]: { id: string }[] = await tx.query(OPEN_DRAFT, [number, actor.accountId, kind]);
      return draft?.id ?? this.open(tx, actor, licence, kind);
    });
  }

  private async open(tx: EntityManager, actor: PersonActor, { number, code }: HeldLicence, kind: FilingKind): Promise<string> {
    const definition = this.library.findNewestLicence(code)?.definition;
    if (!definition) throw new Error(`The licence "${code}" was never published.`);
    const last = await getLastFiling(tx, number);
    const id = uuidv7();
    const isOwn = last.account_id === actor.accountId;
    const licences = [{ code, version: definition.version }];
    const form = this.forms.formOf({ journey: last.journey, journey_version: last.journey_version, licences, status: 'draft' });
    const answers = answersFor(form, last.answers, isOwn);
    const place = placeCodes(findPlace(answers));
    await tx.query(
      `INSERT INTO case_file (id, account_id, applicant_name, journey, journey_version, licences, answers, answers_revision, business_name, place, estate, zone, filing_kind, of_licence)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $11, $13, $12)`,
      [
        id, actor.accountId, actor.name.th, last.journey, last.journey_version, JSON.stringify(licences), JSON.stringify(answers),
        businessNameOf(answers), place === null ? null : JSON.stringify(place), place?.['estate'] ?? null, place?.['zone'] ?? null, number, kind,
      ],
    );
    await tx.query(`INSERT INTO answer_change (case_id, revision, changes, actor) VALUES ($1, 1, $2, $3)`, [id, JSON.stringify(answers), JSON.stringify(actorRecord(actor))]);
    const papers: HandedIn[] = isOwn ? await tx.query(HANDED_IN, [last.id]) : [];
    await tx.query(COPY_PAPERS, [last.id, id, actor.accountId, carriedPapers(papers, definition, bangkokDate(new Date())).map((paper) => paper.id)]);
    return id;
  }
}

/** What the form still asks, of what was told before. Another holder's own person is not handed on. */
function answersFor(form: ComposedForm, before: CaseAnswers, isOwn: boolean): CaseAnswers {
  const { applicant: _, ...others } = before;
  const told = isOwn ? before : others;
  return askedAnswers(form.schema, told, { ...told, place: placeCodes(findPlace(told)) ?? {} });
}
