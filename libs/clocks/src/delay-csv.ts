import type { DelayNoticeView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';

const HEADINGS = ['number', 'licence', 'licence_title', 'office', 'office_title', 'lane', 'round', 'due_on', 'noticed_at', 'reason', 'reason_by', 'expected_on'];

/** Begins with what makes a spreadsheet read UTF-8; lines end as RFC 4180 has them. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Delay notices as the OPDC is given them. An empty reason is a reason that the office did not give. */
export function delayCsv(notices: readonly DelayNoticeView[]): string {
  const lines = notices.map((notice) => [
    notice.number, notice.licence.code, notice.licence.title.th, notice.office.code, notice.office.title.th, notice.lane.th, String(notice.round),
    bangkokDate(new Date(notice.dueAt)), notice.noticedAt, notice.reason ?? '', notice.reasonBy?.th ?? '', notice.expectedOn ?? '',
  ]);
  return `${BYTE_ORDER_MARK}${[HEADINGS, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that no spreadsheet takes for a formula, whoever wrote it: what begins like one is put behind an apostrophe. */
export function csvCell(text: string): string {
  const safe = /^[\s\u0000]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
