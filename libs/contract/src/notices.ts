import type { Text } from '@anuyat/licence-kit';

/** `GET /api/notices`: newest first; `POST /api/notices/read` marks all as seen. */
export interface NoticeView {
  id: string;
  caseId: string;
  /** The business that the case is for; null where it had no name yet. */
  businessName: string | null;
  /** The licence that it is about, where what can be done next stands on the licence's own page. */
  licenceNumber: string | null;
  /** `question`, `inspection-planned`, `delay`, `deemed-approved`, `fee-due`, `issued`, `refusal-intended`, `refused`, `returned`, `withdrawn`, or of an appeal. */
  kind: string;
  title: Text;
  /** What the notice says beyond its title, such as the reason of a delay. */
  words: Text | null;
  at: string;
  readAt: string | null;
}

/** `GET /api/staff-notices`: what supervisors of an office are told of its tasks, newest first; `POST /api/staff-notices/read` marks all as seen. */
export interface StaffNoticeView {
  id: string;
  /** `unsupervised-…`: nobody in the office can do what is told, so that whoever looks after the agency's people is told. */
  kind: 'demand-waits' | 'task-late' | 'delay-unexplained' | 'stepped-aside' | 'unsupervised-demand' | 'unsupervised-task';
  title: Text;
  /** The application's number. */
  number: string;
  /** The office's task; null for who works in another office, or in none. */
  taskId: string | null;
  at: string;
  readAt: string | null;
}
