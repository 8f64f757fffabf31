import type { WrittenOrder } from './orders';
import type { LicenceKind, Source, Text } from '@anuyat/licence-kit';
import type { FeeLine, TimelineEntry } from './cases';
import type { OfficeRef } from './people';

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

/** How an issued licence stands now. */
export type LicenceStanding = 'valid' | 'expiring' | 'expired' | 'suspended' | 'revoked' | 'cancelled';

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
  status: LicenceStanding;
  /** When it came to stand so; null where that is the day of its issue. */
  since: string | null;
  /** How often its paper was made: 1 with the issue, one more with each renewal, change and transfer. */
  edition: number;
  /** Where its events go: the id of its life. Null until the portal has opened one. */
  lifeId: string | null;
}

/** `GET /api/licences/:number/verify`: public; no personal number in it. */
export interface LicenceVerification {
  isFound: boolean;
  /** With a paper's `k`: whether that paper is the one that was issued. Absent without it. */
  isPaperGenuine?: boolean;
  /** Of a genuine paper: whether a newer one was made since. */
  isPaperOutdated?: boolean;
  checkedAt: string;
  licence?: Omit<LicenceView, 'applicationId' | 'caseId' | 'lifeId'> & { place: string; conditions: Text[] };
}

/** `GET /api/licences/:number/paper`: how far the newest paper of a licence is. */
export interface PaperView {
  /** `unsealed`: issued, and not yet sealed by the agency; `sealed`: without a time-stamp so far; `stamped`: whole. */
  state: 'unsealed' | 'sealed' | 'stamped';
  sealedBy: Text;
  /** What the QR code says: the address of the check, and the signed code behind `#` once it is sealed. */
  link: string;
  /** The key that it was sealed with. */
  kid: string | null;
  sealedAt: string | null;
  /** When the time-stamp authority saw the seal. */
  stampedAt: string | null;
}

/** `GET /api/seals/keys`: a JSON Web Key Set with whose each key is. */
export interface SealKeys {
  keys: Record<string, unknown>[];
}

/** A rule of the licence's life with where it rests. */
export interface LicenceRule {
  citation: { law: Text; section: string } | null;
  source: string;
  isVerified: boolean;
}

/** What may be renewed, from when, and how. */
export interface RenewalView extends LicenceRule {
  how: 'by-fee' | 'full' | 'none';
  /** ISO date from which it can be renewed; null where it does not expire. */
  opensOn: string | null;
  isOpen: boolean;
  /** A draft or filed case that renews it. */
  caseId: string | null;
  /** The bill that renews it by being paid. */
  bill: BillView | null;
  late: { days: number; surchargePercent: number } | null;
}

/** The fee that is owed every year, and what the law says of not paying it. */
export interface AnnualFeeView extends LicenceRule {
  billedDaysBefore: number;
  late: Omit<LatePaymentView, 'times'>;
  unpaid: LicenceRule & { words: Text };
  /** The next anniversary; null where the licence ends before. */
  nextOn: string | null;
  /** Newest year first, without those that another took the place of. */
  bills: BillView[];
}

/** A suspension or revocation that the office has told of, and until when its holder may answer. */
export interface IntentView {
  against: 'suspension' | 'revocation';
  facts: string;
  law: string;
  considerations: string;
  answer: string | null;
  /** Null once the time is over or the answer is given. */
  answerBy: string | null;
}

/** An order against the licence in force, with its reasons and until when it lasts. */
export interface OrderView {
  kind: 'suspended' | 'revoked';
  facts: string;
  law: string;
  considerations: string;
  at: string;
  until: string | null;
  /** As it was written, with how to appeal; null until the portal has written it, and for orders of before. */
  written: WrittenOrder | null;
}

export interface LicenceEdition {
  edition: number;
  why: 'issued' | 'renewed' | 'amended' | 'handed-over';
  holder: string;
  validFrom: string;
  validUntil: string | null;
  at: string;
}

/** `GET /api/licences/:number`: the licence's whole life, as its reader may see it. */
export interface LicenceLifeView {
  licence: LicenceView;
  place: Text;
  conditions: Text[];
  /** What it is doing now: each side by side part with its state. */
  parts: { title: Text; state: string; label: Text; since: string | null }[];
  /** Events that the reader may send to `licence.lifeId`. */
  may: string[];
  revision: number | null;
  renewal: RenewalView;
  annual: AnnualFeeView | null;
  intent: IntentView | null;
  order: OrderView | null;
  suspension: LicenceRule & { mostDays: number | null };
  hearing: LicenceRule & { answerDays: number };
  cancellation: LicenceRule & { withinDays: number };
  transfer: (LicenceRule & { needs: 'confirmation' | 'agreement'; acceptedBy: string | null }) | null;
  history: TimelineEntry[];
  editions: LicenceEdition[];
}

/** `GET /api/licences/of-office`: one page of the register of the officer's offices. */
export interface LicencePage {
  items: LicenceView[];
  counts: Partial<Record<LicenceStanding, number>>;
  next: string | null;
}

/** `GET /api/licences/offers/:code`: a licence that is offered to whoever knows the code. */
export interface OfferView {
  number: string;
  title: Text;
  holder: string;
  place: Text;
}
