import type { LicenceKind, Text } from '@anuyat/licence-kit';
import type { FeeLine } from './cases';
import type { OfficeRef } from './people';

/** `GET /api/bills/:id`: one payment, itemised. */
export interface BillView {
  id: string;
  caseId: string;
  applicationId: string;
  licence: Text;
  payee: Text;
  lines: FeeLine[];
  /** Satang. */
  total: number;
  status: 'due' | 'paid' | 'cancelled';
  dueAt: string | null;
  paidAt: string | null;
  billerId: string;
  ref1: string;
  ref2: string;
  /** EMVCo payload of the Thai QR bill payment. */
  qr: string;
  /** Where the sandbox's bank can pay this bill; only while the sandbox plays the bank. */
  sandboxPayUrl?: string;
  receiptNumber: string | null;
}

export interface LicenceView {
  number: string;
  applicationId: string;
  caseId: string;
  code: string;
  kind: LicenceKind;
  title: Text;
  holder: string;
  businessName: Text | null;
  issuedBy: OfficeRef;
  issuedOn: string;
  validUntil: string | null;
  status: 'valid' | 'suspended' | 'revoked' | 'expired';
}

/** `GET /api/licences/:number/verify`: public; no personal number in it. */
export interface LicenceVerification {
  isFound: boolean;
  /** With a paper's `k`: whether that paper is the one that was issued. Absent without it. */
  isPaperGenuine?: boolean;
  checkedAt: string;
  licence?: Omit<LicenceView, 'applicationId' | 'caseId'> & { place: string; conditions: Text[] };
}
