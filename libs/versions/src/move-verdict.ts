import type { MoveVerdict, PlannedMove } from '@anuyat/contract';
import { findText, getFactAt, type Facts, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import type { Relocated, Unplaceable } from '@anuyat/licence-kit/versions';
import { requiredPapers, shadowOf, totalUnder, visibleQuestions, type Shadowed } from './shadow';

type Reason = PlannedMove['reasons'][number];

/** An application that is looked at, with the place that the version has for it. */
export interface Moving extends Shadowed {
  before: LicenceDefinition;
  after: LicenceDefinition;
  place: Relocated | Unplaceable;
  status: string;
  papers: readonly string[];
}

/**
 * Whether an application can go on under another version, and why. Pinned: the version has no place for it, or its bill is out; one whose fee
 * cannot be worked out under its own version has no bill.
 * A decision: it would be reviewed, asked or charged otherwise than those who filed it were told. Safe: none of this. Pure.
 */
export function verdictOf(moving: Moving): { verdict: MoveVerdict; reasons: Reason[] } {
  const { before, after, place, status } = moving;
  if ('why' in place) return { verdict: 'pinned', reasons: [unplaceable(place)] };
  const differences = shadowOf(before, after, moving);
  const isBilled = status === 'awaiting-payment' || status === 'issuing';
  const isBillOut = status === 'issuing' || (status === 'awaiting-payment' && totalUnder(before, moving.facts) !== undefined);
  if (isBillOut && differences.some(({ kind }) => kind === 'charged')) return { verdict: 'pinned', reasons: [billed] };
  const moved = lanes(before, after, place);
  const reasons = [
    ...moved,
    ...(isBilled ? [] : [...missingAnswers(before, after, moving.facts), ...missingPapers(before, after, moving)]),
    ...differences.filter(({ kind }) => kind === 'charged' || (kind === 'routed' && !isBilled && moved.length === 0)).map(({ kind, what }): Reason => ({ code: kind, text: what })),
  ];
  return reasons.length > 0 ? { verdict: 'decide', reasons } : { verdict: 'safe', reasons: [samePlace] };
}

function unplaceable(place: Unplaceable): Reason {
  switch (place.why) {
    case 'event-not-taken':
      return { code: place.why, text: { th: `รุ่นใหม่ไม่รับเหตุการณ์ “${place.type}” ที่เกิดขึ้นแล้ว (รายการที่ ${place.step})`, en: `The new version does not take “${place.type}”, which has happened (line ${place.step}).` } };
    case 'no-such-state':
      return { code: place.why, text: { th: `รุ่นใหม่ไม่มีสถานะ “${place.path}”`, en: `The new version has no state “${place.path}”.` } };
    case 'other-stage':
      return { code: place.why, text: { th: `ในรุ่นใหม่ คำขอนี้จะข้ามไปอยู่ที่ “${place.path}”`, en: `In the new version it would already stand at “${place.path}”.` } };
  }
}

function lanes(before: LicenceDefinition, after: LicenceDefinition, { lanes: { added, removed, moved } }: Relocated): Reason[] {
  const title = (lane: string): Text => findText(after.texts, `lanes.${lane}`) ?? findText(before.texts, `lanes.${lane}`) ?? { th: lane, en: lane };
  return [
    ...added.map((lane) => ({ code: 'lane-added', text: { th: `ต้องให้หน่วยงานพิจารณาเพิ่ม: ${title(lane).th}`, en: `Another office has to review it: ${title(lane).en}` } })),
    ...removed.map((lane) => ({ code: 'lane-removed', text: { th: `หน่วยงานที่กำลังพิจารณาจะไม่ต้องพิจารณาแล้ว: ${title(lane).th}`, en: `An office that reviews it no longer has a part: ${title(lane).en}` } })),
    ...moved.map((lane) => ({ code: 'lane-moved', text: lane === '' ? { th: 'คำขอจะอยู่ในขั้นตอนอื่น', en: 'The application would stand at another step' } : { th: `การพิจารณาจะอยู่ในขั้นตอนอื่น: ${title(lane).th}`, en: `The review would stand at another step: ${title(lane).en}` } })),
  ];
}

function missingAnswers(before: LicenceDefinition, after: LicenceDefinition, facts: Facts): Reason[] {
  const known = new Set(visibleQuestions(before, facts).map(({ path }) => path));
  return visibleQuestions(after, facts)
    .filter(({ path, isRequired }) => isRequired && !known.has(path) && getFactAt(facts, path) === undefined)
    .map(({ title }) => ({ code: 'asked', text: { th: `ยังไม่มีคำตอบของคำถามใหม่: ${title.th}`, en: `A new question is not answered: ${title.en}` } }));
}

function missingPapers(before: LicenceDefinition, after: LicenceDefinition, { facts, papers }: Moving): Reason[] {
  const known = requiredPapers(before, facts);
  return requiredPapers(after, facts)
    .filter((code) => !known.includes(code) && !papers.includes(code))
    .map((code) => {
      const title = findText(after.texts, `documents.${code}`) ?? { th: code, en: code };
      return { code: 'papers', text: { th: `ยังไม่มีเอกสารที่รุ่นใหม่ขอ: ${title.th}`, en: `A paper that the new version needs is not there: ${title.en}` } };
    });
}

const billed: Reason = { code: 'billed', text: { th: 'แจ้งชำระค่าธรรมเนียมตามรุ่นเดิมไปแล้ว และรุ่นใหม่คิดต่างไป', en: 'It was billed under its version, and the new one charges otherwise.' } };
const samePlace: Reason = {
  code: 'same-place',
  text: { th: 'เล่นประวัติซ้ำแล้วอยู่ที่เดิม ค่าธรรมเนียมและเอกสารเท่าเดิม นาฬิกาที่เดินอยู่ไม่เปลี่ยน', en: 'Its history leads to the same place; fee and papers are the same, and clocks that run keep their day.' },
};
