import type { WrittenOrder } from './orders';
import type { LicenceKind, Text } from '@anuyat/licence-kit';
import type { TimelineEntry } from './cases';
import type { BillView, LatePaymentView } from './money';
import type { OfficeRef } from './people';

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
