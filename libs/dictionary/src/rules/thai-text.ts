const INVISIBLE = /[\u200B\u200C\u2060\uFEFF]/g;
const NIKHAHIT = '\u0E4D';
const SARA_AA = '\u0E32';
const SARA_AM = '\u0E33';

/**
 * Order of the marks on one consonant: below, above, shortener, tone, silencer. It keeps Unicode's own order of
 * combining classes, so that NFC leaves the result alone.
 */
const MARK_ORDER = '\u0E3A\u0E38\u0E39\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E';
const MARKED_RUN = new RegExp(`[${MARK_ORDER}${SARA_AA}${SARA_AM}]+`, 'g');

/**
 * One spelling for text that looks the same: `นํ้า`, `นำ้` and `น้ำ` become `น้ำ`, `เเ` becomes `แ`, marks are put in
 * order and doubled ones dropped, invisible breaks go. Applying it twice changes nothing. Never NFKC, which breaks `ำ`.
 */
export function normalizeThai(text: string): string {
  let before = text;
  let after = normalizeOnce(before);
  while (after !== before) {
    before = after;
    after = normalizeOnce(before);
  }
  return after;
}

/** `๒๕๖๙` as `2569`; for fields that hold numbers, not for names. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** `2569` as `๒๕๖๙`, for formal papers. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
}

function normalizeOnce(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').replace(/เเ/g, 'แ').replace(MARKED_RUN, orderRun);
}

function orderRun(run: string): string {
  const present = new Set(run);
  let vowels = [...run].filter((sign) => sign === SARA_AA || sign === SARA_AM).join('');
  if (present.has(NIKHAHIT) && vowels !== '') {
    present.delete(NIKHAHIT);
    if (!vowels.includes(SARA_AM)) vowels = SARA_AM + vowels.slice(1);
  }
  const marks = [...MARK_ORDER].filter((mark) => present.has(mark)).join('');
  return marks + vowels.replace(/\u0E33{2,}/g, SARA_AM);
}
