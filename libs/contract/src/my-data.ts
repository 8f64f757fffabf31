import type { OfficeRef } from './people';
import type { Text } from '@anuyat/licence-kit';

/** `GET /api/my-data/accesses`, newest first: who of an office or of a body that watches over an estate looked at one's cases. */
export interface AccessView {
  id: string;
  at: string;
  reader: Text;
  office: OfficeRef | null;
  /**
   * `review`: the office had something to do in the case; `look-back`: it was done with it; `watching`: the estate or the zone is looked after;
   * `exceptional`: the office had no part in the case, and the reader said why.
   */
  purpose: 'review' | 'look-back' | 'watching' | 'exceptional';
  /** What the reader said, where a reason had to be given. */
  reason: string | null;
  what: 'file' | 'paper' | 'history' | 'application' | 'order' | 'receipt' | 'licence' | 'exception';
  caseId: string;
  caseNumber: string | null;
  businessName: string | null;
  /** Of a paper. */
  fileName: string | null;
}
