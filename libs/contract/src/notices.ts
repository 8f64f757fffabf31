import type { Text } from '@anuyat/licence-kit';

/** `GET /api/notices`: newest first; `POST /api/notices/read` marks all as seen. */
export interface NoticeView {
  id: string;
  caseId: string;
  /** `question`, `inspection-planned`, `fee-due`, `issued`, `refused`, `returned` or `withdrawn`. */
  kind: string;
  title: Text;
  at: string;
  readAt: string | null;
}
