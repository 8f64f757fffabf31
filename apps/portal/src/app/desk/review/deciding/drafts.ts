import type { EventData, QuestionItem, TaskView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { expectedOn, readAppointment } from './appointment';

export type Act = TaskView['acts'][number];

/** What an officer has written for an act and not yet sent. Every kind of form has its part; the others stay empty. */
export interface Draft {
  note: string;
  items: DraftItem[];
  facts: string;
  law: string;
  considerations: string;
  date: string;
  time: string;
  result: '' | 'passed' | 'failed';
  findings: string;
  /** Conditions of the licence, one on each line. */
  conditions: string;
  /** Of a second demand the ground of the law; of stepping aside one of {@link GROUNDS}. */
  ground: string;
  /** Why a second demand is made. */
  reason: string;
}

/** Why an officer may have an interest. */
export const GROUNDS = ['party', 'relative', 'representative', 'creditor', 'other'] as const;

export type DraftItem = Omit<QuestionItem, 'title'>;

/** A fault of a draft: which control, and the key of the words that say what to do. */
export interface DraftFault {
  target: string;
  words: string;
}

/** The longest text that the law's forms take, in characters. */
export const LONGEST = 4000;
const MOST_ITEMS = 50;

export const EMPTY_DRAFT: Draft = { note: '', items: [], facts: '', law: '', considerations: '', date: '', time: '', result: '', findings: '', conditions: '', ground: '', reason: '' };

const MOST_CONDITIONS = 20;
const LONGEST_CONDITION = 500;
const NEED_WORDS = ['returned', 'sentBack', 'sentUp', 'admitted', 'extended', 'demandDeclined'];

/** The id of the message field of a picked fact or document. */
export function itemField(item: Pick<DraftItem, 'kind' | 'target'>): string {
  return `item-${item.kind}-${item.target.replace(/[^A-Za-z0-9]+/g, '-')}`;
}

/** Whether the act cannot go without words: giving a file back needs its reasons. */
export function needsNote(act: Pick<Act, 'event' | 'needs'>): boolean {
  return act.needs === 'conflict' || (act.needs === 'note' && NEED_WORDS.some((name) => act.event.endsWith(`.${name}`)));
}

/** Everything that stands between the draft and its sending, in the order of the form. */
export function faultsOf(act: Pick<Act, 'event' | 'needs'>, draft: Draft, now: Date): DraftFault[] {
  switch (act.needs) {
    case 'nothing':
      return [];
    case 'note':
      return wordsFaults('note', draft.note, needsNote(act));
    case 'reason':
      return [...wordsFaults('note', draft.note, true).map(({ target, words }) => ({ target, words: words === 'desk.faults.note' ? 'desk.faults.delay' : words })), ...expectedFaults(draft, now)];
    case 'items':
      return [...itemsFaults(draft.items), ...wordsFaults('note', draft.note, false)];
    case 'demand':
      return [...(draft.ground ? [] : [{ target: 'ground', words: 'desk.faults.ground' }]), ...wordsFaults('reason', draft.reason, true), ...itemsFaults(draft.items)];
    case 'reasons':
      return (['facts', 'law', 'considerations'] as const).flatMap((part) => wordsFaults(part, draft[part], true));
    case 'appointment':
      return [...appointmentFaults(draft, now), ...wordsFaults('note', draft.note, false)];
    case 'conditions':
      return [...wordsFaults('note', draft.note, false), ...conditionFaults(conditionsOf(draft))];
    case 'conflict':
      return [...(draft.ground ? [] : [{ target: 'ground', words: 'desk.faults.interest' }]), ...wordsFaults('note', draft.note, true)];
    case 'findings':
      return [...(draft.result ? [] : [{ target: 'result', words: 'desk.faults.result' }]), ...wordsFaults('findings', draft.findings, true)];
  }
}

/** The event's data; call it with a draft that has no faults. */
export function dataOf(act: Pick<Act, 'needs'>, draft: Draft): Record<string, unknown> {
  const note = draft.note.trim() ? { note: draft.note.trim() } : {};
  switch (act.needs) {
    case 'nothing':
      return {};
    case 'note':
      return { ...note } satisfies EventData['accepted'];
    case 'reason':
      return { reason: draft.note.trim(), ...expectation(draft) } satisfies EventData['delayExplained'];
    case 'items':
      return { ...note, items: draft.items.map((item) => ({ ...item, message: item.message.trim() })) } satisfies Omit<EventData['asked'], 'note'>;
    case 'demand':
      return { ...note, items: draft.items.map((item) => ({ ...item, message: item.message.trim() })), ground: draft.ground, reason: draft.reason.trim() } satisfies EventData['demanded'];
    case 'reasons':
      return { facts: draft.facts.trim(), law: draft.law.trim(), considerations: draft.considerations.trim() } satisfies EventData['refused'];
    case 'appointment':
      return { plannedFor: readAppointment(draft.date, draft.time).plannedFor ?? '', ...note } satisfies EventData['inspectionPlanned'];
    case 'conditions': {
      const conditions = conditionsOf(draft);
      return { ...note, ...(conditions.length > 0 ? { conditions } : {}) } satisfies EventData['approved'];
    }
    case 'conflict':
      return { ground: draft.ground, ...note };
    case 'findings':
      return { result: draft.result, findings: draft.findings.trim() };
  }
}

function expectation({ date }: Draft): { expectedOn?: string } {
  const { day } = expectedOn(date);
  return day ? { expectedOn: day } : {};
}

function expectedFaults({ date }: Draft, now: Date): DraftFault[] {
  const { day, fault } = expectedOn(date);
  if (fault) return [{ target: 'date', words: `desk.faults.${fault}` }];
  return day && day < bangkokDate(now) ? [{ target: 'date', words: 'desk.faults.past' }] : [];
}

function conditionsOf({ conditions }: Draft): string[] {
  return conditions.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

function conditionFaults(conditions: readonly string[]): DraftFault[] {
  if (conditions.length > MOST_CONDITIONS) return [{ target: 'conditions', words: 'desk.faults.tooManyConditions' }];
  return conditions.some((line) => line.length > LONGEST_CONDITION) ? [{ target: 'conditions', words: 'desk.faults.longCondition' }] : [];
}

function wordsFaults(target: string, text: string, isNeeded: boolean): DraftFault[] {
  if (isNeeded && !text.trim()) return [{ target, words: `desk.faults.${target}` }];
  return text.trim().length > LONGEST ? [{ target, words: 'desk.faults.tooLong' }] : [];
}

function itemsFaults(items: DraftItem[]): DraftFault[] {
  if (items.length === 0) return [{ target: 'items', words: 'desk.faults.items' }];
  if (items.length > MOST_ITEMS) return [{ target: 'items', words: 'desk.faults.tooManyItems' }];
  return items.flatMap((item) => {
    if (!item.message.trim()) return [{ target: itemField(item), words: 'desk.faults.message' }];
    return item.message.trim().length > LONGEST ? [{ target: itemField(item), words: 'desk.faults.tooLong' }] : [];
  });
}

function appointmentFaults(draft: Draft, now: Date): DraftFault[] {
  const { faults, plannedFor } = readAppointment(draft.date, draft.time);
  if (faults.length > 0) return faults.map((fault) => ({ target: fault === 'time' ? 'time' : 'date', words: `desk.faults.${fault}` }));
  return plannedFor && new Date(plannedFor) <= now ? [{ target: 'date', words: 'desk.faults.past' }] : [];
}
