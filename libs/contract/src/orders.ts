import type { Citation, DayUnit, OrderKind, Text } from '@anuyat/licence-kit';
import type { ApplicationStatus } from './cases';
import type { OfficeRef } from './people';

/** What can still be done against an order. */
export interface RemedyView {
  kind: 'appeal' | 'court';
  to: Text;
  days: number;
  unit: DayUnit;
  how: Text;
  citation: Citation | null;
  /** Whether the office confirmed the rule; if not, people see that it is unconfirmed. */
  isVerified: boolean;
  /** The end of the last day; null while the order was not notified. */
  until: string | null;
  isOver: boolean;
}

/** A written order (Administrative Procedure Act B.E. 2539 ss.34-37, 40). */
export interface WrittenOrder {
  id: string;
  applicationId: string;
  licence: Text;
  kind: OrderKind;
  /** What came of the application; of a licence, how the order has it stand. */
  outcome: ApplicationStatus | 'suspended' | 'revoked' | 'kept';
  number: string;
  office: OfficeRef;
  /** Who made it and in what position; the office alone where time ran out. */
  officer: { name: Text | null; position: Text };
  decidedAt: string;
  notifiedAt: string | null;
  deliveries: DeliveryView[];
  facts: string;
  law: string;
  considerations: string;
  remedy: RemedyView;
  /** The appeal that stands against it, and what it led to. */
  appeal: { applicationId: string; number: string | null; status: ApplicationStatus; reopenedAs: string | null } | null;
  /** Whether the reader may appeal now; late appeals need a cause. */
  mayAppeal: boolean;
}

export interface DeliveryView {
  kind: 'electronic' | 'in-person' | 'post' | 'post-abroad' | 'publication';
  sentAt: string;
  notifiedAt: string;
}

/** `POST /api/orders/:id/deliveries`: how else an order reached the applicant. */
export interface RecordDelivery {
  kind: DeliveryView['kind'];
  sentAt: string;
}

/** An office's intent to refuse, which the applicant may answer first (s.30). */
export interface HearingView {
  id: string;
  applicationId: string;
  lane: string;
  licence: Text;
  office: Text;
  intendedAt: string;
  dueAt: string | null;
  facts: string;
  law: string;
  considerations: string;
  answeredAt: string | null;
  words: string | null;
  isOpen: boolean;
}

/** What an applicant sent after its time: it was not taken, and it is kept. */
export interface LateAnswerView {
  id: string;
  applicationId: string;
  lane: string | null;
  licence: Text;
  /** What its time was for. */
  what: Text;
  endedAt: string;
  at: string;
  words: string;
  /** Facts that it would have changed. */
  changes: { path: string; title: Text; value: unknown }[];
}

/** What an appeal says, for the offices that look at it. */
export interface AppealView {
  against: { applicationId: string; number: string | null; licence: Text };
  grounds: string;
  request: string;
  lateBecause: string;
  isLate: boolean;
  filedAt: string;
  dueAt: string;
  /** What the office that made the order says to it. */
  opinion: string | null;
  order: WrittenOrder | null;
}

/** `POST /api/applications/:id/appeals`, header `Idempotency-Key`. */
export interface FileAppeal {
  grounds: string;
  request?: string;
  /** Why it comes after its time (s.66). */
  lateBecause?: string;
  documents?: string[];
}

export interface FiledAppeal {
  applicationId: string;
  number: string;
  isLate: boolean;
}
