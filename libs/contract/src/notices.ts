import type { Text } from '@anuyat/licence-kit';

/** `GET /api/notices`: newest first; `POST /api/notices/read` marks all as seen. */
export interface NoticeView {
  id: string;
  caseId: string;
  /** The business that the case is for; null where it had no name yet. */
  businessName: string | null;
  /** `question`, `inspection-planned`, `delay`, `deemed-approved`, `fee-due`, `issued`, `refusal-intended`, `refused`, `returned`, `withdrawn`, or of an appeal. */
  kind: string;
  title: Text;
  /** What the notice says beyond its title, such as the reason of a delay. */
  words: Text | null;
  at: string;
  readAt: string | null;
}
