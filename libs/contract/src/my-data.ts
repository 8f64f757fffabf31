import type { OfficeRef } from './people';
import type { Text } from '@anuyat/licence-kit';

/** `GET /api/my-data/accesses`, newest first: who of an office looked at one's cases. */
export interface AccessView {
  id: string;
  at: string;
  reader: Text;
  office: OfficeRef | null;
  /** `review`: the office had something to do in the case; `look-back`: it was done with it. */
  purpose: 'review' | 'look-back';
  what: 'file' | 'paper' | 'history';
  caseId: string;
  caseNumber: string | null;
  businessName: string | null;
  /** Of a paper. */
  fileName: string | null;
}
