import type { Text } from '@anuyat/licence-kit';
import type { OfficeRef } from './people';

/** `GET /api/delay-notices?after=&limit=`, newest first; `GET /api/delay-notices/months/:month` gives one month as CSV for the OPDC. */
export interface DelayNoticePage {
  items: DelayNoticeView[];
  next: string | null;
  counts: {
    withoutReason: number;
    untoldDecisions: number;
    /** Lanes that are late now, each of which owes a notice every seven days. */
    lateNow: number;
    nextDueAt: string | null;
  };
  /** The offices that sent most, at most twenty. */
  offices: { office: OfficeRef; sent: number; withoutReason: number; lateNow: number }[];
}

/** One notice that an office is late (Licensing Facilitation Act B.E. 2558 s.10). */
export interface DelayNoticeView {
  id: string;
  number: string;
  licence: { code: string; title: Text };
  lane: Text;
  office: OfficeRef;
  /** Which notice of this lane it is; the first goes out on the day it falls overdue, the others every seven days. */
  round: number;
  dueAt: string;
  noticedAt: string;
  /** Null: the office gave none. */
  reason: string | null;
  reasonBy: Text | null;
  expectedOn: string | null;
}

/** `GET /api/reference/holidays/gaps`: a year that no holiday is known of and that running clocks count into; none of them rings until it is filled. */
export interface CalendarGap {
  year: number;
  clocks: number;
  firstDueAt: string;
}

/** Time of one party on one track of an application, without a break. */
export interface StretchView {
  party: 'office' | 'applicant' | 'bank' | 'portal' | 'law' | 'lanes';
  who: Text;
  /** Why it is theirs, in words, with the law that says so where one does. */
  ground: Text;
  citation: { law: Text; section: string } | null;
  from: string;
  /** Null while it runs. */
  until: string | null;
  /** As a time limit counts them: the first day does not count. */
  days: number;
  unit: 'working' | 'calendar';
  /** Of an office's stretch: how many such days it has. */
  allowed: number | null;
  isOver: boolean;
}

/** Who had how much of the time, on one track: a lane, or the application's own for what comes after the review. */
export interface TrackView {
  /** The lane's id; null for the application's own track. */
  lane: string | null;
  title: Text;
  stretches: StretchView[];
}
