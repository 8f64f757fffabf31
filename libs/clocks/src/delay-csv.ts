import type { DelayNoticeView } from '@anuyat/contract';
import { bangkokDate, csvOf } from '@anuyat/dictionary';

const HEADINGS = ['number', 'licence', 'licence_title', 'office', 'office_title', 'lane', 'round', 'due_on', 'noticed_at', 'reason', 'reason_by', 'expected_on'];

/** Delay notices as the OPDC is given them. An empty reason is a reason that the office did not give. */
export function delayCsv(notices: readonly DelayNoticeView[]): string {
  const lines = notices.map((notice) => [
    notice.number, notice.licence.code, notice.licence.title.th, notice.office.code, notice.office.title.th, notice.lane.th, String(notice.round),
    bangkokDate(new Date(notice.dueAt)), notice.noticedAt, notice.reason ?? '', notice.reasonBy?.th ?? '', notice.expectedOn ?? '',
  ]);
  return csvOf(HEADINGS, lines);
}
