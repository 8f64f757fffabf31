import type { DecisionView } from '@anuyat/contract';
import { formatInstant } from '@anuyat/dictionary';
import { actOf, explain, explainAmount, findText, namesIn, sayChanges, sayRule, sayWorking, textOf, wordFor, withTexts, type Change, type JourneyDefinition, type JsonSchema, type LicenceDefinition, type Lexicon, type Part, type Text } from '@anuyat/licence-kit';
import { questionsOf } from '../journey-questions';
import { dayView } from './day-view';
import type { Standing } from './decided-again';
import type { Decision } from './decision';
import { endView } from './end-view';
import { factsView } from './facts-view';
import { instead } from './instead';
import { choicesIn, nameOf } from './names';
import { officeView } from './office-view';
import type { Told } from './told';
import { baht, turned, unturned } from './turned-words';

/** What decisions are told with. */
export interface Telling {
  journey: JourneyDefinition;
  /** Every definition that the decisions may name. */
  definitions: readonly LicenceDefinition[];
  decidedAt: Date | null;
  /** Present where a step after the filing made it anew. */
  again?: Standing['again'];
}

/** A decision in words. What would have turned it is worked out from the facts that were kept with it, and tried on the rule. */
export function viewOf(decision: Decision, telling: Telling): DecisionView {
  const { kind, application, subject, rule, source, citations } = decision;
  const { of, ...told } = tell(decision, telling);
  const { again, decidedAt } = telling;
  const anew = again && decidedAt ? [decidedAnew(decidedAt, again, again.before && tell(again.before, telling).outcome)] : [];
  return {
    id: [kind, application, subject].filter((part) => part !== null).join(':'),
    kind, application, subject,
    title: titleOf(decision, telling),
    ...told,
    because: [...anew, ...told.because],
    rule: { source: rule, of, version: source.version },
    citations,
    decidedAt: telling.decidedAt?.toISOString() ?? null,
  };
}

/** "Decided anew on … after “Applicant answered”; before: 27.50 baht". */
function decidedAnew(at: Date, { by }: NonNullable<Standing['again']>, before: Text | undefined): Text {
  const step = wordFor(`event.${actOf(by)}`);
  const was = before ? { th: ` เดิม: ${before.th}`, en: `; before: ${before.en}` } : { th: '', en: '' };
  return {
    th: `พิจารณาใหม่เมื่อ ${formatInstant(at.toISOString(), 'th')} หลัง “${step.th}”${was.th}`,
    en: `Decided anew on ${formatInstant(at.toISOString(), 'en')} after “${step.en}”${was.en}`,
  };
}

function tell(decision: Decision, telling: Telling): Told {
  if (decision.kind === 'office') return officeView(decision);
  if (decision.kind === 'date') return dayView(decision, definitionOf(decision, telling));
  if (decision.kind === 'end') return endView(decision, definitionOf(decision, telling));
  const definition = decision.kind === 'licence' ? undefined : definitionOf(decision, telling);
  const of = textOf((definition ?? telling.journey).texts, 'title');
  const lexicon: Lexicon = { schema: schemaOf(decision, telling, definition), nameOf };
  const facts = factsView(decision.rule, decision.inputs, lexicon);
  if (decision.outcome === null) return { of, facts, outcome: open, because: [], wouldTurn: [] };
  return { of, facts, ...(decision.kind === 'fee' ? feeView(decision, lexicon) : rulingView(decision, lexicon, telling)) };
}

function rulingView({ kind, subject, rule, inputs, outcome }: Decision, lexicon: Lexicon, { journey, definitions }: Telling): Pick<Told, 'outcome' | 'because' | 'wouldTurn'> {
  const { parts, flip } = explain(rule, inputs, { schema: lexicon.schema, choices: choicesIn(inputs) });
  const holds = outcome === true;
  const words = turned(kind, !holds);
  const others = kind === 'licence' && flip ? instead(journey, definitions, subject, inputs, flip) : { th: '', en: '' };
  return {
    outcome: wordsOfOutcome(kind, holds),
    because: parts.length > 0 ? said(parts, lexicon) : [holds ? always : never],
    wouldTurn: flip ? [ifSo(flip, lexicon, { th: `${words.th}${others.th}`, en: `${words.en}${others.en}` })] : [unturned(parts.length === 0 && holds)],
  };
}

function feeView({ rule, inputs, outcome }: Decision, lexicon: Lexicon): Pick<Told, 'outcome' | 'because' | 'wouldTurn'> {
  const { parts, cheaper, dearer } = explainAmount(rule, inputs, { schema: lexicon.schema, choices: choicesIn(inputs) });
  const working = [sayWorking(rule, inputs, lexicon)].filter((line) => line !== undefined);
  const turns = [cheaper, dearer].flatMap((turn) => (turn ? [ifSo(turn.changes, lexicon, costing(turn.outcome))] : []));
  return {
    outcome: outcome === 0 ? noFee : baht(Number(outcome) / 100),
    because: parts.length + working.length > 0 ? [...said(parts, lexicon), ...working] : [namesIn(rule).length > 0 ? workedOut : sameForAll],
    wouldTurn: turns.length > 0 ? turns : [unturned(false)],
  };
}

function said(parts: readonly Part[], lexicon: Lexicon): Text[] {
  return parts.map(({ rule, holds }) => sayRule(rule, lexicon, holds)).map(({ th, en }) => ({ th, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` }));
}

function ifSo(changes: readonly Change[], lexicon: Lexicon, then: Text): Text {
  const start = sayChanges(changes, lexicon);
  return { th: `${start.th} ${then.th}`, en: `${start.en}, ${then.en}.` };
}

function costing(amount: number): Text {
  const figure = baht(amount);
  return { th: `ค่าธรรมเนียมรายการนี้จะเป็น ${figure.th}`, en: `this fee would be ${figure.en}` };
}

/** The form whose answers the rule reads, with all its words. */
function schemaOf({ kind }: Decision, { journey }: Telling, definition: LicenceDefinition | undefined): JsonSchema {
  return kind === 'licence' || !definition ? questionsOf(journey) : withTexts(definition.form, definition.texts);
}

function definitionOf({ application, source }: Decision, { definitions }: Telling): LicenceDefinition | undefined {
  return definitions.find(({ code, version }) => code === application && version === source.version) ?? definitions.find(({ code }) => code === application);
}

function titleOf(decision: Decision, telling: Telling): Text {
  const { kind, subject } = decision;
  const definition = kind === 'licence' ? telling.definitions.find(({ code }) => code === subject) : definitionOf(decision, telling);
  if (!definition) return kind === 'date' ? received : { th: subject, en: subject };
  const texts = definition.texts;
  switch (kind) {
    case 'licence':
    case 'end':
      return textOf(texts, 'title');
    case 'lane':
    case 'office':
      return textOf(texts, `lanes.${subject}`);
    case 'document':
      return textOf(texts, `documents.${subject}`);
    case 'fee':
      return textOf(texts, `fees.${subject}`);
    case 'date':
      return clockTitle(subject, definition);
  }
}

function clockTitle(name: string, { texts }: LicenceDefinition): Text {
  const [lane = '', act = ''] = name.split('.');
  const who = findText(texts, `lanes.${lane}`) ?? textOf(texts, 'title');
  const what = act === 'answer' ? wordFor('state.asked') : dueWords;
  return { th: `${what.th}: ${who.th}`, en: `${what.en}: ${who.en}` };
}

function wordsOfOutcome(kind: Decision['kind'], holds: boolean): Text {
  if (kind === 'lane') return holds ? { th: 'ต้องพิจารณา', en: 'This review is needed' } : { th: 'ไม่ต้องพิจารณา', en: 'This review is not needed' };
  if (kind === 'document') return holds ? { th: 'ขอเอกสารนี้', en: 'This document is asked for' } : { th: 'ไม่ขอเอกสารนี้', en: 'This document is not asked for' };
  return holds ? { th: 'ต้องขอ', en: 'Needed' } : { th: 'ไม่ต้องขอ', en: 'Not needed' };
}

const open: Text = { th: 'ขึ้นอยู่กับคำตอบที่ยังไม่ได้ตอบ', en: 'This depends on answers that are not given yet' };
const always: Text = { th: 'เป็นเช่นนี้กับทุกคำขอประเภทนี้', en: 'It is so for every application of this kind' };
const never: Text = { th: 'ไม่มีกรณีใดที่เป็นเช่นนี้', en: 'It is never so for applications of this kind' };
const sameForAll: Text = { th: 'อัตรานี้ใช้กับทุกคำขอประเภทนี้', en: 'This rate is the same for every application of this kind' };
const workedOut: Text = { th: 'คำนวณจากข้อมูลที่กรอก', en: 'Worked out from your answers' };
const noFee: Text = { th: 'ไม่มีค่าธรรมเนียมรายการนี้', en: 'Nothing is charged' };
const received: Text = { th: 'วันที่ถือว่าได้รับคำขอ', en: 'When the filing counts as received' };
const dueWords: Text = { th: 'ครบกำหนด', en: 'Due' };
