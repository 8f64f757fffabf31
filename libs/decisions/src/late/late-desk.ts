import { createHash } from 'node:crypto';
import { Refusal, type PersonActor, type Problem } from '@anuyat/contract';
import { bangkokDate, formatDate } from '@anuyat/dictionary';
import { canonicalJson, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { questionsOf, readDossiers, type Dossier, type Reading } from '@anuyat/registrar';
import { uuidv7 } from 'uuidv7';
import { OrderReader } from '../order-reader';
import { lateAnswerOf, latenessOf, type Lateness } from './lateness';
import { splitLate } from './split-late';
import { endedWords, KEPT, limitOf, NEXT } from './late-words';

/** An applicant's event that was refused. */
export interface RefusedEvent {
  type: string;
  data: Record<string, unknown>;
}

const KEEP = `
  INSERT INTO late_answer (id, application_id, case_id, account_id, type, data, digest, ended_by, ended_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (application_id, type, digest) DO NOTHING`;

const ENDS_WITHOUT_LICENCE = ['returned', 'refused', 'withdrawn'];
const TELLS_OF_STATE = ['event-not-accepted', 'stale-revision'];

/**
 * What an applicant meets who comes after a clock has ended: which time ended, when, under which law, and what can be done now. What was
 * typed is kept; nothing of the application changes.
 */
export class LateDesk {
  constructor(private readonly reading: Reading) {}

  /** @returns what to tell instead of `refused`: `too-late` where the event once would have been taken; else `refused` itself. */
  async explain(actor: PersonActor, applicationId: string, event: RefusedEvent, refused: Refusal): Promise<Refusal> {
    if (!TELLS_OF_STATE.includes(refused.code)) return refused;
    const [dossier] = await readDossiers(this.reading.source, { ids: [applicationId] });
    if (dossier?.application.accountId !== actor.accountId) return refused;
    const late = latenessOf(dossier, this.definitionOf(dossier), event.type);
    return late ? this.keep(actor, dossier, late, event.data) : refused;
  }

  /** The same for the answers to all notices of a case. */
  async explainAnswers(actor: PersonActor, caseId: string, data: Record<string, unknown>, refused: Refusal): Promise<Refusal> {
    if (!TELLS_OF_STATE.includes(refused.code)) return refused;
    const own = (await readDossiers(this.reading.source, { caseId })).filter(({ application }) => application.accountId === actor.accountId);
    const found = lateAnswerOf(own, (dossier) => this.definitionOf(dossier));
    return found ? this.keep(actor, found.dossier, found.late, data) : refused;
  }

  /**
   * Before the answers to a case's open notices are taken: what answers a notice whose time has ended is kept, as what comes too late is,
   * so that the rest can be taken. @returns the answers without it.
   */
  async setAside<A extends { changes: Record<string, unknown>; note?: string }>(actor: PersonActor, caseId: string, answer: A): Promise<A> {
    const own = (await readDossiers(this.reading.source, { caseId })).filter(({ application }) => application.accountId === actor.accountId);
    const { inTime, late } = splitLate(questionsOf(own, this.reading.library), answer.changes);
    for (const { applicationId, lane, changes } of late) {
      const dossier = own.find(({ application }) => application.id === applicationId);
      const lateness = dossier && latenessOf(dossier, this.definitionOf(dossier), `${lane}.answered`);
      if (!dossier || !lateness) return answer;
      await this.enter(actor, dossier, lateness, { changes, ...(answer.note ? { note: answer.note } : {}) });
    }
    return { ...answer, changes: inTime };
  }

  private definitionOf({ application: { code, version } }: Dossier): LicenceDefinition {
    return this.reading.library.getLicence(code, version);
  }

  private async keep(actor: PersonActor, dossier: Dossier, late: Lateness, data: Record<string, unknown>): Promise<Refusal> {
    const { application } = dossier;
    const definition = this.definitionOf(dossier);
    const hasWords = saysSomething(data);
    const endedAt = hasWords ? await this.enter(actor, dossier, late, data) : await this.endOf(dossier, late);
    const { words, next } = await this.whatNow(dossier, definition);
    return new Refusal('too-late', {
      detail: joined([endedWords(limitOf(late.type, definition), endedAt, late.ended, definition), ...(hasWords ? [KEPT] : []), ...words]),
      next,
      currentRevision: application.revision,
    });
  }

  /** @returns when its time ended. */
  private async enter(actor: PersonActor, dossier: Dossier, late: Lateness, data: Record<string, unknown>): Promise<Date> {
    const { application } = dossier;
    const endedAt = await this.endOf(dossier, late);
    const digest = createHash('sha256').update(canonicalJson(data)).digest('hex');
    await this.reading.source.query(KEEP, [uuidv7(), application.id, application.caseId, actor.accountId, late.type, JSON.stringify(data), digest, late.ended.type, endedAt]);
    return endedAt;
  }

  /** When the clock was due that ended it; the moment of the event where no clock did. */
  private async endOf({ application }: Dossier, { ended }: Lateness): Promise<Date> {
    const [clock]: { due_at: Date }[] = await this.reading.source.query(`SELECT due_at FROM timer WHERE application_id = $1 AND event = $2 AND due_at <= $3`, [application.id, ended.type, ended.at]);
    return clock?.due_at ?? ended.at;
  }

  private async whatNow({ application }: Dossier, definition: LicenceDefinition): Promise<{ words: Text[]; next: NonNullable<Problem['next']> }> {
    const page = definition.lifeOf ? `/my/licences/${application.number ?? ''}` : `/my/cases/${application.caseId}`;
    if (!ENDS_WITHOUT_LICENCE.includes(application.status)) {
      const isDeciding = ['in-review', 'awaiting-answer'].includes(application.status) || definition.lifeOf !== undefined;
      return { words: isDeciding ? [NEXT.wait] : [], next: [{ title: NEXT.title.wait, link: page }] };
    }
    const order = await new OrderReader(this.reading).findOf(application.id);
    const { remedy } = order?.mayAppeal ? order : {};
    return {
      words: [NEXT.again, ...(remedy ? [appealWords(remedy), NEXT.without] : [])],
      next: [{ title: NEXT.title.again, link: page }, ...(remedy ? [{ title: NEXT.title.appeal, link: page }] : [])],
    };
  }
}

/** Whether somebody typed anything that could be lost. */
function saysSomething({ documents: _, ...data }: Record<string, unknown>): boolean {
  return Object.values(data).some((value) => (typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value !== null && Object.keys(value).length > 0));
}

function appealWords({ to, until, days, citation }: NonNullable<Awaited<ReturnType<OrderReader['findOf']>>>['remedy']): Text {
  const day = until ? bangkokDate(new Date(until)) : null;
  const section = citation?.section ? { th: ` (${citation.law.th} มาตรา ${citation.section})`, en: ` (${citation.law.en} s.${citation.section})` } : { th: '', en: '' };
  return {
    th: `หรืออุทธรณ์คำสั่งต่อ${to.th} ภายใน ${days} วัน${day ? ` ถึงวันที่ ${formatDate(day, 'th')}` : ''}${section.th}`,
    en: `Or appeal to ${to.en} within ${days} days${day ? `, until ${formatDate(day, 'en')}` : ''}${section.en}.`,
  };
}

function joined(parts: readonly Text[]): Text {
  return { th: parts.map(({ th }) => th).join(' '), en: parts.map(({ en }) => en).join(' ') };
}
