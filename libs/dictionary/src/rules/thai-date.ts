import type { Language, Text } from '@anuyat/licence-kit';
import { normalizeThai, toArabicDigits } from './thai-text';

const MONTHS: readonly { th: string; thShort: string; en: string }[] = [
  { th: 'มกราคม', thShort: 'ม.ค.', en: 'January' },
  { th: 'กุมภาพันธ์', thShort: 'ก.พ.', en: 'February' },
  { th: 'มีนาคม', thShort: 'มี.ค.', en: 'March' },
  { th: 'เมษายน', thShort: 'เม.ย.', en: 'April' },
  { th: 'พฤษภาคม', thShort: 'พ.ค.', en: 'May' },
  { th: 'มิถุนายน', thShort: 'มิ.ย.', en: 'June' },
  { th: 'กรกฎาคม', thShort: 'ก.ค.', en: 'July' },
  { th: 'สิงหาคม', thShort: 'ส.ค.', en: 'August' },
  { th: 'กันยายน', thShort: 'ก.ย.', en: 'September' },
  { th: 'ตุลาคม', thShort: 'ต.ค.', en: 'October' },
  { th: 'พฤศจิกายน', thShort: 'พ.ย.', en: 'November' },
  { th: 'ธันวาคม', thShort: 'ธ.ค.', en: 'December' },
];

const MONTH_NUMBERS = new Map(
  MONTHS.flatMap(({ th, thShort, en }, index) => {
    const shortWord = bare(thShort);
    const words = [bare(th), shortWord, bare(en), bare(en).slice(0, 3), ...(en === 'September' ? ['sept'] : [])];
    return words.map((word): [string, number] => [word, index + 1]);
  }),
);

const LONGEST_DATE = 60;

export type DateProblemCode = 'not-a-date' | 'no-such-day' | 'year-unclear';

/** What a typed date means. `isYearCertain` is false for two digits, read as a Buddhist year; ask before relying on it. */
export type DateReading =
  | { date: string; calendar: 'buddhist' | 'christian'; isYearCertain: boolean }
  | { problem: DateProblemCode; message: Text };

const PROBLEMS: Record<DateProblemCode, Text> = {
  'not-a-date': { th: 'กรอกวันที่ เช่น 21 พฤศจิกายน 2569', en: 'Enter a date such as 21 November 2026' },
  'no-such-day': { th: 'ไม่มีวันที่นี้ในปฏิทิน', en: 'There is no such day in the calendar' },
  'year-unclear': { th: 'กรอกปีเป็นเลข 4 หลัก เช่น 2569', en: 'Enter the year with four digits, such as 2026 or 2569' },
};

/**
 * Reads a date as people write it: `21 พ.ย. 2569`, `21/11/2569`, `๒๑ พฤศจิกายน ๒๕๖๙`, `21 November 2026`, `2026-11-21`.
 * Years from 2400 are Buddhist, years 1800 to 2199 Christian. The date is ISO (Christian).
 */
export function parseThaiDate(typed: string): DateReading {
  if (typed.length > LONGEST_DATE) return problem('not-a-date');
  const text = toArabicDigits(normalizeThai(typed)).trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return readParts(Number(iso[3]), Number(iso[2]), iso[1] ?? '');
  const numeric = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2,4})$/.exec(text);
  if (numeric) return readParts(Number(numeric[1]), Number(numeric[2]), numeric[3] ?? '');
  const worded = /^(?:วันที่\s*)?(\d{1,2})\s*([^\d]+?)\s*(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(\d{2,4})(?:\s*(?:be|ce|b\.e\.|a\.d\.|ad))?$/.exec(text);
  if (!worded) return problem('not-a-date');
  const month = MONTH_NUMBERS.get(bare(worded[2] ?? ''));
  return month === undefined ? problem('not-a-date') : readParts(Number(worded[1]), month, worded[3] ?? '');
}

/** `21 พฤศจิกายน 2569` or `21 November 2026`; with `both` the English one adds `(2569 BE)`. The date is ISO. */
export function formatDate(date: string, language: Language, years: 'own' | 'both' = 'own'): string {
  const { year, month, day } = datePartsOf(date);
  const names = MONTHS[month - 1];
  if (!names) throw new RangeError(`"${date}" is not an ISO date.`);
  if (language === 'th') return `${day} ${names.th} ${year + 543}`;
  return `${day} ${names.en} ${year}${years === 'both' ? ` (${year + 543} BE)` : ''}`;
}

/** `21 พ.ย. 2569` or `21 Nov 2026`, for tables. The date is ISO. */
export function formatShortDate(date: string, language: Language): string {
  const { year, month, day } = datePartsOf(date);
  const names = MONTHS[month - 1];
  if (!names) throw new RangeError(`"${date}" is not an ISO date.`);
  return language === 'th' ? `${day} ${names.thShort} ${year + 543}` : `${day} ${names.en.slice(0, 3)} ${year}`;
}

/** The Buddhist year of an ISO date. */
export function buddhistYearOf(date: string): number {
  return datePartsOf(date).year + 543;
}

/** Whether the text is a day of the calendar, written `2026-11-21`. */
export function isIsoDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function datePartsOf(date: string): { year: number; month: number; day: number } {
  if (!isIsoDate(date)) throw new RangeError(`"${date}" is not an ISO date such as 2026-11-21.`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function readParts(day: number, month: number, typedYear: string): DateReading {
  const typed = Number(typedYear);
  const isShort = typedYear.length === 2;
  const calendar = isShort || typed >= 2400 ? 'buddhist' : 'christian';
  const year = isShort ? 2500 + typed - 543 : calendar === 'buddhist' ? typed - 543 : typed;
  if (typedYear.length === 3 || year < 1800 || year >= 2200) return problem('year-unclear');
  if (!isDay(year, month, day)) return problem('no-such-day');
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { date, calendar, isYearCertain: !isShort };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function problem(code: DateProblemCode): DateReading {
  return { problem: code, message: PROBLEMS[code] };
}

function bare(month: string): string {
  return month.toLowerCase().replace(/[.\s,]/g, '');
}
