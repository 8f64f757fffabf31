/** Begins with what makes a spreadsheet read UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What makes a spreadsheet read a cell as a formula, also in full width, and after spaces that it drops. */
const FORMULA = /^[\s\u0000\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/u;

/** A table as CSV by RFC 4180, readable as UTF-8 by spreadsheets; no cell of it is a formula, whoever wrote it. */
export function csvOf(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${[headings, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula: what begins like one is put behind an apostrophe. */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
