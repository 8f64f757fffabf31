import type { Text } from '@anuyat/licence-kit';

/** By when an application is expected to be finished. Days are ISO dates in Thailand. */
export interface PromiseView {
  applicationId: string;
  /** Nine in ten finish by this day; null while too little is known, or once it took longer than nine in ten do. */
  by: string | null;
  /** The law's time for the offices ends on this day; null while something that comes first is not certain. */
  statutoryBy: string | null;
  standing: 'promised' | 'too-little-known' | 'taking-longer';
  /** When this was said. */
  at: string;
  /** What it was computed from. */
  because: Text[];
  /** Newest first; the first line is what holds now. */
  revisions: { at: string; by: string | null; statutoryBy: string | null; reason: Text }[];
}

/** `GET /api/promises?days=`: how many of the promises that fell due were kept. Public. */
export interface PromiseRecordView {
  /** What was promised: this share. */
  share: number;
  days: number;
  /** First and last day of the window, ISO dates in Thailand; a promise counts on the day that was promised. */
  from: string;
  until: string;
  /** Finished applications that a licence type needs before anything is promised for it. */
  needed: number;
  /** Over the licence types that are told. */
  total: ToldCounts;
  /** Types with five promises or more; null stands for fewer than five first ones. */
  licences: (ToldCounts & { code: string; title: Text })[];
  /** Types with fewer than five promises: so few could tell whose they were. */
  few: { code: string; title: Text }[];
}

/** Counts for everybody: null stands for fewer than five. */
export type ToldCounts = Pick<PromiseCounts, 'made' | 'kept'> & { firstMade: number | null; firstKept: number | null };

/** Promises that fell due, and of them those that were kept; each of an application's days counts once. */
export interface PromiseCounts {
  made: number;
  kept: number;
  /** Of these the first that an application was given. */
  firstMade: number;
  firstKept: number;
}
