import type { Source, Text } from '@anuyat/licence-kit';
import type { FeeLine } from './cases';

/** `GET /api/bills/:id`: one payment, itemised. */
export interface BillView {
  id: string;
  caseId: string;
  applicationId: string;
  /** Code of the licence type. */
  code: string;
  /** The licence that paying renews; null for a bill of a case. */
  licenceNumber: string | null;
  licence: Text;
  payee: Text;
  lines: FeeLine[];
  /** Satang. */
  total: number;
  status: 'due' | 'paid' | 'cancelled';
  /** `supplement`: what a correction added after the fee was paid; `annual`: a year's fee of a licence that goes on. */
  kind: 'fee' | 'supplement' | 'annual';
  /** What a correction made too much of it, the oldest first; `given` once the office has given it back. */
  refunds: { amount: number; recordedAt: string; given: { way: RefundWay | null; reference: string; on: string } | null }[];
  dueAt: string | null;
  /** Of a yearly fee: the anniversary that it is owed by. */
  yearFrom: string | null;
  /** What being late adds by law, and how often it has been added; null where its law sets no day. */
  late: LatePaymentView | null;
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

/** A surcharge for paying late, and where it rests. */
export interface LatePaymentView {
  percent: number;
  per: 'month' | 'once';
  times: number;
  citation: { law: Text; section: string } | null;
  isVerified: boolean;
}

/** `POST /api/cases/:id/payments`, `GET /api/payments/together/:id`: everything that was due of a case at one moment, in one payment. */
export interface JointPaymentView {
  id: string;
  caseId: string;
  /** By office; their totals add up to the payment's. */
  parts: JointPaymentPart[];
  /** Satang. */
  total: number;
  status: 'due' | 'paid' | 'cancelled';
  paidAt: string | null;
  billerId: string;
  ref1: string;
  ref2: string;
  qr: string;
  sandboxPayUrl?: string;
}

export interface JointPaymentPart {
  payee: Text;
  bills: { id: string; licence: Text; lines: FeeLine[]; total: number; receiptNumber: string | null }[];
  total: number;
}

/** `GET /api/payments/unmatched`: money that fitted no bill, newest first, for staff. */
export interface UnmatchedPayment {
  transactionId: string;
  at: string;
  ref1: string;
  ref2: string | null;
  /** Satang. */
  amount: number;
  outcome: 'wrong-amount' | 'unknown-bill' | 'duplicate' | 'cancelled-bill';
  /** What the reference asks for, where it is one of ours. */
  asked: { total: number; status: BillView['status']; caseNumber: string | null; caseId: string } | null;
  resolution: { how: PaymentResolution; note: string; by: Text; at: string } | null;
}

/** `GET /api/payments/refunds`: a fee that a correction lowered after it was paid, for staff. Satang. */
export interface RefundDue {
  id: string;
  caseId: string;
  caseNumber: string | null;
  applicationNumber: string | null;
  licence: Text;
  applicant: string;
  office: Text;
  officeCode: string;
  amount: number;
  /** What was paid, and what the fee is now. */
  paid: number;
  fee: number;
  recordedAt: string;
  given: { way: RefundWay | null; reference: string; on: string; note: string; by: Text; at: string } | null;
}

export type RefundWay = 'transfer' | 'cheque' | 'cash';

/** `POST /api/office-money/refunds/:id/given-back`, and for administrators `POST /api/payments/refunds/:id/given-back`. */
export interface GiveBack {
  way: RefundWay;
  /** Number of the order or transfer. */
  reference: string;
  /** ISO date, not in the future and not before the refund was recorded. */
  on: string;
  note?: string;
}

/** `GET /api/office-money/statements/:month`: what moved for the offices of whoever asks, by day. Satang. */
export interface OfficeStatement {
  /** Of the Christian calendar, such as `2026-11`. */
  month: string;
  offices: { code: string; title: Text }[];
  days: StatementDay[];
  totals: Omit<StatementDay, 'day'>;
  /** What is to be given back now, whatever the month. */
  refundsDue: { entries: number; amount: number };
}

export interface StatementDay {
  day: string;
  received: StatementEntry;
  /** Money for a bill of the offices that settled none, such as a wrong amount. */
  unmatched: StatementEntry;
  refunded: StatementEntry;
}

export interface StatementEntry {
  kind: 'received' | 'unmatched' | 'refunded';
  entries: number;
  amount: number;
}

/** `GET /api/fee-rates`: the rates of one licence type, as published and as offices entered them. */
export interface FeeRatesView {
  licence: string;
  title: Text;
  rates: {
    item: string;
    title: Text;
    unit: 'baht' | 'percent' | 'square-metres';
    published: { value: number; source: Source };
    /** What was published as an agency's or office's own. */
    publishedFor: { payee: string; payeeTitle: Text; value: number; source: Source }[];
    /** Newest first; nothing is ever removed. */
    entered: EnteredRateView[];
  }[];
}

export interface EnteredRateView {
  id: string;
  /** `*`, an agency's code or an office's. */
  payee: string;
  payeeTitle: Text;
  value: number;
  effectiveFrom: string;
  effectiveTo: string | null;
  source: string;
  isVerified: boolean;
  by: Text;
  enteredAt: string;
}

/** `POST /api/fee-rates` */
export interface EnterRate {
  licence: string;
  item: string;
  payee: string;
  value: number;
  effectiveFrom: string;
  effectiveTo?: string;
  source: string;
  isVerified: boolean;
}

export type PaymentResolution = 'refunded' | 'accounted-elsewhere' | 'explained';
