import { findText } from '../blocks/words';
import type { JsonSchema } from '../definition/json-schema';
import type { DocumentRequirement, FeeItem, LicenceDefinition } from '../definition/licence-definition';
import type { Text } from '../definition/text';
import { findSchemaAt, schemaPaths } from '../forms/schema-paths';
import { textKeys } from '../forms/text-keys';
import { withTexts } from '../forms/with-texts';
import { differenceOf, listed, matched, plain, type Difference, type Pair } from './difference';

/** Questions, papers and fees that differ. */
export function diffForm({ before, after }: Pair): Difference[] {
  return [...diffFees(before, after), ...diffDocuments(before, after), ...diffQuestions(before, after)];
}

/** A question of a form, with what stands around it. */
export interface Question {
  path: string;
  title: Text;
  field: JsonSchema;
  isRequired: boolean;
}

/** The questions of a form, with their titles; groups and topics are none. */
export function questionsIn({ form, texts }: Pick<LicenceDefinition, 'form' | 'texts'>): Question[] {
  const titled = withTexts(form, texts);
  return schemaPaths(titled).flatMap((path) => {
    const field = findSchemaAt(titled, path);
    if (!field || field.properties || field.items?.properties) return [];
    const above = path.includes('.') ? findSchemaAt(titled, path.slice(0, path.lastIndexOf('.'))) : titled;
    const name = path.slice(path.lastIndexOf('.') + 1);
    return [{ path, title: field['x-title'] ?? plain(path), field, isRequired: Boolean((above?.items ?? above)?.required?.includes(name)) }];
  });
}

function diffQuestions(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  return matched(questionsIn(before), questionsIn(after), ({ path }) => path).flatMap(({ name, before: old, after: now }) => {
    const bare = (question: Question | undefined) => question && { ...question, title: undefined, field: { ...question.field, 'x-title': undefined, 'x-help': undefined, 'x-labels': undefined } };
    return differenceOf('questions', `form.${name}`, (now ?? old)?.title ?? plain(name), { before: bare(old), after: bare(now) }, sayQuestion);
  });
}

function sayQuestion({ field, isRequired }: Pick<Question, 'field' | 'isRequired'>): Text {
  const limits = (['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'pattern', 'format'] as const).flatMap((limit) => (field[limit] === undefined ? [] : [`${limit} ${String(field[limit])}`]));
  const asked = field['x-when'];
  return listed([
    isRequired ? { th: 'ต้องตอบ', en: 'required' } : { th: 'ไม่บังคับ', en: 'optional' },
    plain(field.type ?? 'any'),
    field.enum ? plain(field.enum.join(', ')) : undefined,
    limits.length > 0 ? plain(limits.join(', ')) : undefined,
    asked === undefined ? undefined : { th: `ถามเมื่อ ${asked}`, en: `asked when ${asked}` },
  ]);
}

function diffDocuments(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  return matched(before.documents, after.documents, ({ code }) => code).flatMap(({ name, before: old, after: now }) =>
    differenceOf('documents', `documents.${name}`, titleIn(before, after, textKeys.document(name)), { before: old, after: now }, sayDocument));
}

function sayDocument({ when, isRequired, accepts, maxBytes, maxFiles, freshMonths }: DocumentRequirement): Text {
  const size = `${accepts.join(', ')}, ${Math.round(maxBytes / 100_000) / 10} MB × ${maxFiles}`;
  return listed([
    isRequired ? { th: 'ต้องแนบ', en: 'required' } : { th: 'แนบได้', en: 'optional' },
    plain(size),
    freshMonths === undefined ? undefined : { th: `ออกให้ไม่เกิน ${freshMonths} เดือน`, en: `issued within ${freshMonths} months` },
    when === undefined ? undefined : { th: `ขอเมื่อ ${when}`, en: `asked when ${when}` },
  ]);
}

function diffFees(before: LicenceDefinition, after: LicenceDefinition): Difference[] {
  return matched(before.fees, after.fees, ({ code }) => code).flatMap(({ name, before: old, after: now }) =>
    differenceOf('fees', `fees.${name}`, titleIn(before, after, textKeys.fee(name)), { before: old, after: now }, sayFee));
}

function sayFee({ amount, when, range, source }: FeeItem): Text {
  return listed([
    { th: `${amount} บาท`, en: `${amount} baht` },
    { th: `ระหว่าง ${range.min} ถึง ${range.max}`, en: `between ${range.min} and ${range.max}` },
    when === undefined ? undefined : { th: `เก็บเมื่อ ${when}`, en: `charged when ${when}` },
    { th: `ที่มา ${source.from} ตั้งแต่ ${source.effectiveFrom}`, en: `from ${source.from}, since ${source.effectiveFrom}` },
  ]);
}

/** A title as the newer version has it, or the older. */
export function titleIn(before: LicenceDefinition, after: LicenceDefinition, key: string): Text {
  return findText(after.texts, key) ?? findText(before.texts, key) ?? plain(key);
}
