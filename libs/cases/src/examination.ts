import type { CaseCheck, ComposedForm, DocumentView, FieldProblem, FormDocument, PersonActor } from '@anuyat/contract';
import { formats } from '@anuyat/dictionary';
import type { Place } from '@anuyat/dictionary/reference';
import { askedAnswers, documentNeeds, holds, paperAge, textOf, validateAnswers, type CaseAnswers, type Facts, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { factsOf, type FilingKind, type RateBook } from '@anuyat/registrar';
import { mandateProblems } from './applicant';
import { chargedHere } from './charged';
import { feeFacts, findBill } from './fees';
import { findPlace, officeOf, officeRef, placeCodes, placeProblems } from './placing';

/** What is examined: the answers and papers of a case under its definitions. */
export interface Examined {
  actor: PersonActor;
  answers: CaseAnswers;
  form: ComposedForm;
  definitions: LicenceDefinition[];
  /** What offices charge. */
  rates: Pick<RateBook, 'on'>;
  files: DocumentView[];
  /** ISO date, in Thailand. */
  filedOn: string;
  filingKind?: FilingKind;
  /** Of a renewal: the licence's last day is over. */
  isLate?: boolean;
  /** Of a change: the lanes that it touches. */
  touches?: readonly string[];
}

/** Everything that stands between a case and its submission. */
export interface Examination {
  check: CaseCheck;
  /** Where the answers and papers are not right yet: facts by path, papers as `documents.CODE`. */
  problems: FieldProblem[];
  /** The answers that the form asks for and no others: what the case is filed with. */
  asked: CaseAnswers;
  place: Place | undefined;
  facts: Facts;
}

/** The one examination: the check page shows it, and the submission rests on it. Pure. */
export function examine({ actor, answers, form, definitions, files, filedOn, filingKind, isLate, touches, rates }: Examined): Examination {
  const place = findPlace(answers);
  const facts = factsOf({ answers, answersRevision: 0, place: placeCodes(place), filedOn, filingKind, isLate: isLate ?? false, touches });
  const asked = askedAnswers(form.schema, answers, facts);
  const invalid = validateAnswers(form.schema, answers, facts, formats);
  const told = new Set(invalid.map(({ path }) => path));
  const wrong = [...invalid, ...[...placeProblems(asked), ...mandateProblems(actor, asked)].filter(({ path }) => !told.has(path))];
  const topics = form.topics.map(({ id, title }) => topicState(id, title, asked, wrong));
  const documents = examineDocuments(form, facts, files, filedOn);
  const missing = documents.flatMap(({ code, files: own, problem }) => (problem ? [{ path: `documents.${code}`, code: own.length === 0 ? 'missing' : 'not-fit', message: problem }] : []));
  const licences = definitions.map((definition) => examineLicence(definition, facts, chargedHere(definition, facts, { rates, place, filedOn }), { place, filedOn, wrong }));
  const problems = [...wrong, ...missing];
  return {
    check: { isReady: problems.length === 0 && place !== undefined, topics, documents, licences, feeTotal: licences.reduce((sum, { feeTotal }) => sum + feeTotal, 0) },
    problems: place || problems.length > 0 ? problems : [{ path: 'premises.address.subdistrict', code: 'missing', message: noPlace }],
    asked,
    place,
    facts,
  };
}

function topicState(id: string, title: CaseCheck['topics'][number]['title'], asked: CaseAnswers, wrong: FieldProblem[]): CaseCheck['topics'][number] {
  const problems = wrong.filter(({ path }) => path === id || path.startsWith(`${id}.`));
  const isStarted = hasAnswer(asked[id]);
  return { id, title, state: problems.length === 0 ? 'done' : isStarted ? 'started' : 'empty', problems };
}

/** A group without a single answer is empty, however deep. */
function hasAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null;
  return Object.values(value).some(hasAnswer);
}

function examineDocuments(form: ComposedForm, facts: Facts, files: DocumentView[], filedOn: string): CaseCheck['documents'] {
  const needs = documentNeeds(form.documents, facts);
  return form.documents.map(({ code, title, freshMonths }, at) => {
    const own = files.filter((file) => file.code === code);
    const need = needs[at];
    const problem = need?.isRequired && own.length === 0 ? { th: `แนบ “${title.th}”`, en: `Add “${title.en}”.` } : need?.isAsked ? findFault(own, { title, freshMonths }, filedOn) : undefined;
    return {
      code,
      title,
      isRequired: need?.isRequired ?? false,
      isNeeded: need?.isAsked ?? false,
      files: own,
      ...(problem ? { problem } : {}),
    };
  });
}

/** What is wrong with papers that are there. */
function findFault(files: readonly DocumentView[], { title, freshMonths }: Pick<FormDocument, 'title' | 'freshMonths'>, today: string): Text | undefined {
  const ages = files.map((file) => paperAge(file, { freshMonths }, today));
  if (files.some(({ scan }) => scan === 'infected')) return { th: `พบมัลแวร์ในไฟล์ของ “${title.th}” ลบไฟล์นั้นแล้วแนบไฟล์ใหม่`, en: `Malware was found in a file of “${title.en}”. Remove it and add another.` };
  if (ages.includes('expired')) return { th: `“${title.th}” หมดอายุแล้ว แนบฉบับที่ยังใช้ได้`, en: `“${title.en}” has expired. Add one that is still valid.` };
  if (ages.includes('too-old')) return { th: `“${title.th}” ต้องออกให้ไม่เกิน ${freshMonths} เดือน แนบฉบับใหม่`, en: `“${title.en}” may be ${freshMonths} months old at most. Add a newer one.` };
  if (ages.includes('undated')) return { th: `ระบุวันที่ออก “${title.th}”`, en: `Say when “${title.en}” was issued.` };
  return undefined;
}

function examineLicence(
  definition: LicenceDefinition,
  facts: Facts,
  charged: Facts,
  { place, filedOn, wrong }: { place: Place | undefined; filedOn: string; wrong: FieldProblem[] },
): CaseCheck['licences'][number] {
  const { code, texts, clock, lanes } = definition;
  const isFeeKnown = !feeFacts(definition).some((name) => (name.startsWith('place.') && !place) || wrong.some(({ path }) => concerns(path, name)));
  const bill = isFeeKnown ? findBill(definition, charged) : undefined;
  const looking = place ? lanes.filter(({ when }) => when === undefined || holds(when, facts)).map((lane) => ({ lane, authority: officeOf(lane, place, filedOn) })) : [];
  return {
    code,
    title: textOf(texts, 'title'),
    offices: looking.map(({ lane, authority }) => ({ lane: lane.id, title: textOf(texts, `lanes.${lane.id}`), office: officeRef(authority), because: authority.because })),
    days: clock.days,
    dayUnit: clock.unit,
    payee: looking[0] ? looking[0].authority.office.title : null,
    fee: bill ?? [],
    feeTotal: (bill ?? []).reduce((sum, { amount }) => sum + amount, 0),
    isFeeKnown: bill !== undefined,
  };
}

/** Whether a wrong field is the fact, a part of it, or the whole that it is in; rows have no number in a rule's names. */
function concerns(path: string, name: string): boolean {
  const field = path.replace(/\.\d+(?=\.|$)/g, '');
  return field === name || field.startsWith(`${name}.`) || name.startsWith(`${field}.`);
}

const noPlace = { th: 'เลือกตำบลหรือแขวงของสถานที่ประกอบกิจการ', en: 'Choose the subdistrict of the place of business.' };
