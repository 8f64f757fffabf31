import type { Text } from '../definition/text';
import { withUnit } from '../forms/with-unit';
import { fieldOf, quoted, type Lexicon } from './lexicon';

const YES: Text = { th: 'ใช่', en: 'yes' };
const NO: Text = { th: 'ไม่ใช่', en: 'no' };
export const NOTHING: Text = { th: 'ไม่ได้ระบุ', en: 'not given' };
const MONTHS_TH = ['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน', 'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'];
const MONTHS_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A value in words, as the form shows it: with its label, its unit, its name. */
export function sayValue(path: string, value: unknown, lexicon: Lexicon): Text {
  if (value === null || value === undefined || value === '') return NOTHING;
  if (Array.isArray(value)) return sayList(path, value, lexicon);
  const field = fieldOf(path, lexicon);
  const label = field?.['x-labels']?.[String(value)] ?? field?.items?.['x-labels']?.[String(value)] ?? lexicon.nameOf?.(path, value);
  if (label) return label;
  if (typeof value === 'boolean') return value ? YES : NO;
  if (typeof value === 'number') return sayNumber(path, value, lexicon);
  if (typeof value === 'string') return findDay(value) ?? { th: value, en: value };
  return { th: 'ระบุแล้ว', en: 'given' };
}

/** A figure with the unit of its field. */
export function sayNumber(path: string, value: number, lexicon: Lexicon): Text {
  const figure = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
  return withUnit(figure, fieldOf(path, lexicon)?.['x-unit']);
}

/** An ISO date in words, in Thai with its Buddhist year; undefined for anything else. */
export function findDay(value: string): Text | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const at = Number(month) - 1;
  if (year === undefined || MONTHS_TH[at] === undefined) return undefined;
  return { th: `${Number(day)} ${MONTHS_TH[at]} ${Number(year) + 543}`, en: `${Number(day)} ${MONTHS_EN[at]} ${year}` };
}

function sayList(path: string, values: unknown[], lexicon: Lexicon): Text {
  if (values.some((value) => typeof value === 'object' && value !== null)) return { th: `${values.length} รายการ`, en: values.length === 1 ? '1 item' : `${values.length} items` };
  if (values.length === 0) return NOTHING;
  return joined(values.map((value) => sayValue(path, value, lexicon)), { th: ', ', en: ', ' });
}

/** Values one after the other, each in quotation marks. */
export function sayChoices(path: string, values: readonly unknown[], lexicon: Lexicon): Text {
  if (values.length <= 3) return joined(values.map((value) => quoted(sayValue(path, value, lexicon))), { th: ' หรือ ', en: ' or ' });
  const all = joined(values.map((value) => sayValue(path, value, lexicon)), { th: ', ', en: ', ' });
  return { th: `ข้อใดข้อหนึ่งใน ${all.th}`, en: `one of ${all.en}` };
}

/** Texts as one, with the same words between them. */
export function joined(parts: readonly Text[], between: Text): Text {
  return { th: parts.map(({ th }) => th).join(between.th), en: parts.map(({ en }) => en).join(between.en) };
}
