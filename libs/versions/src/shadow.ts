import type { ShadowKind } from '@anuyat/contract';
import { CalculationFailed, documentNeeds, findText, getFactAt, itemiseFees, textOf, totalOf, visibleSchema, type Facts, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { questionsIn, type Question } from '@anuyat/licence-kit/versions';
import type { LaneOffice } from '@anuyat/registrar';

/** A case as both versions see it. */
export interface Shadowed {
  facts: Facts;
  /** By lane, as each version routes it. */
  offices: { before: Record<string, LaneOffice>; after: Record<string, LaneOffice> };
}

/** One thing that the other version would have done otherwise with a case. */
export interface ShadowDifference {
  kind: ShadowKind;
  what: Text;
  /** Of `charged`: satang more, or less where negative. */
  satang?: number;
}

/** What another version would have routed, asked or charged otherwise for the facts of one case. Pure. */
export function shadowOf(before: LicenceDefinition, after: LicenceDefinition, { facts, offices }: Shadowed): ShadowDifference[] {
  return [...routed(before, after, offices), ...asked(before, after, facts), ...papers(before, after, facts), ...charged(before, after, facts), ...days(before, after)];
}

function routed(before: LicenceDefinition, after: LicenceDefinition, offices: Shadowed['offices']): ShadowDifference[] {
  const officeIn = (side: Record<string, LaneOffice>, lane: string): string | undefined => (side[lane]?.isLeftOut ? undefined : side[lane]?.office);
  const lanes = [...new Set([...Object.keys(offices.before), ...Object.keys(offices.after)])];
  return lanes.flatMap((lane): ShadowDifference[] => {
    const [old, now] = [officeIn(offices.before, lane), officeIn(offices.after, lane)];
    if (old === now) return [];
    const title = findText(after.texts, `lanes.${lane}`) ?? findText(before.texts, `lanes.${lane}`) ?? { th: lane, en: lane };
    if (old === undefined) return [{ kind: 'routed', what: { th: `ต้องพิจารณาเพิ่ม: ${title.th}`, en: `Also reviewed: ${title.en}` } }];
    if (now === undefined) return [{ kind: 'routed', what: { th: `ไม่ต้องพิจารณา: ${title.th}`, en: `No longer reviewed: ${title.en}` } }];
    return [{ kind: 'routed', what: { th: `ส่งไปอีกสำนักงาน: ${title.th}`, en: `Sent to another office: ${title.en}` } }];
  });
}

function asked(before: LicenceDefinition, after: LicenceDefinition, facts: Facts): ShadowDifference[] {
  const [old, now] = [visibleQuestions(before, facts), visibleQuestions(after, facts)];
  const unknownBefore = now.filter(({ path }) => !old.some((question) => question.path === path));
  const gone = old.filter(({ path }) => !now.some((question) => question.path === path));
  return [
    ...unknownBefore.map(({ path, title, isRequired }): ShadowDifference =>
      isRequired && getFactAt(facts, path) === undefined
        ? { kind: 'asked', what: { th: `ถามเพิ่ม และยังไม่มีคำตอบ: ${title.th}`, en: `Also asked, and not answered yet: ${title.en}` } }
        : { kind: 'asked', what: { th: `ถามเพิ่ม: ${title.th}`, en: `Also asked: ${title.en}` } }),
    ...gone.map(({ title }): ShadowDifference => ({ kind: 'asked', what: { th: `ไม่ถามแล้ว: ${title.th}`, en: `No longer asked: ${title.en}` } })),
  ];
}

/** The questions that these facts make a version ask. */
export function visibleQuestions({ form, texts }: LicenceDefinition, facts: Facts): Question[] {
  return questionsIn({ form: visibleSchema(form, facts), texts });
}

function papers(before: LicenceDefinition, after: LicenceDefinition, facts: Facts): ShadowDifference[] {
  const [old, now] = [requiredPapers(before, facts), requiredPapers(after, facts)];
  const title = (definition: LicenceDefinition, code: string): Text => textOf(definition.texts, `documents.${code}`);
  return [
    ...now.filter((code) => !old.includes(code)).map((code): ShadowDifference => ({ kind: 'papers', what: { th: `ต้องแนบเพิ่ม: ${title(after, code).th}`, en: `Paper also needed: ${title(after, code).en}` } })),
    ...old.filter((code) => !now.includes(code)).map((code): ShadowDifference => ({ kind: 'papers', what: { th: `ไม่ต้องแนบแล้ว: ${title(before, code).th}`, en: `Paper no longer needed: ${title(before, code).en}` } })),
  ];
}

/** Codes of the papers that a version cannot go without, by these facts. */
export function requiredPapers({ documents }: LicenceDefinition, facts: Facts): string[] {
  return documentNeeds(documents, facts).filter(({ isRequired }) => isRequired).map(({ code }) => code);
}

function charged(before: LicenceDefinition, after: LicenceDefinition, facts: Facts): ShadowDifference[] {
  const [old, now] = [totalUnder(before, facts), totalUnder(after, facts)];
  if (old === now) return [];
  if (old === undefined || now === undefined) return [{ kind: 'charged', what: { th: 'คำนวณค่าธรรมเนียมจากคำตอบที่มีไม่ได้', en: 'The fee cannot be worked out from these answers' } }];
  return [{ kind: 'charged', what: { th: `ค่าธรรมเนียม ${baht(old)} เป็น ${baht(now)} บาท`, en: `Fee of ${baht(old)} would be ${baht(now)} baht` }, satang: now - old }];
}

/** What the fee comes to in satang; undefined where it cannot be worked out. */
export function totalUnder(definition: LicenceDefinition, facts: Facts): number | undefined {
  try {
    return totalOf(itemiseFees(definition, facts));
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return undefined;
    throw error;
  }
}

function days({ clock: before }: LicenceDefinition, { clock: after }: LicenceDefinition): ShadowDifference[] {
  if (before.days === after.days && before.unit === after.unit) return [];
  const unit = { working: { th: 'วันทำการ', en: 'working days' }, calendar: { th: 'วัน', en: 'days' } };
  return [{ kind: 'days', what: { th: `${before.days} ${unit[before.unit].th} เป็น ${after.days} ${unit[after.unit].th}`, en: `${before.days} ${unit[before.unit].en} would be ${after.days} ${unit[after.unit].en}` } }];
}

function baht(satang: number): string {
  return (satang / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}
