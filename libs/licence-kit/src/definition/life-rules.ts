import type { FeeExample, FeeItem } from './licence-definition';
import type { Citation, Source } from './source';

/** Where a rule of a licence's life rests, and whether somebody confirmed its figures. */
export interface Grounds {
  citation?: Citation;
  source: Source;
}

/** When and how a licence is renewed. */
export interface RenewalRules extends Grounds {
  /** Days before the last day from which it can be renewed; by fee, the bill is made then. */
  opensDaysBefore: number;
  /** Whether a licence whose renewal was filed in time holds on past its last day until the renewal is decided. */
  continuesWhilePending?: boolean;
  /** After the last day: for how many days it can still be renewed, and what that adds to the fee in per cent. */
  late?: { days: number; surchargePercent: number };
}

/** How a licence goes to another holder. */
export interface TransferRules extends Grounds {
  /** `confirmation`: the office has to agree; `agreement`: it is enough that both holders do. */
  needs: 'confirmation' | 'agreement';
}

/** What an amount grows by that is not paid by its day; the surcharge itself bears none. */
export interface LatePayment extends Grounds {
  percent: number;
  /** `month`: for each month that has begun; `once`: from the first day on. */
  per: 'month' | 'once';
  /** Codes of the fee lines that it is reckoned on; absent: all. */
  of?: string[];
}

/** Until when a bill has to be paid, in calendar days from the day that it is written, and what being late adds. */
export interface PaymentRules extends Grounds {
  days: number;
  late: LatePayment;
}

/** A fee that is owed every year while the licence lasts, by the anniversary of its period's first day. */
export interface AnnualFeeRules extends Grounds {
  /** Its lines; the first year is paid with the application. */
  fees: FeeItem[];
  /** Days before the anniversary on which it is billed. */
  billedDaysBefore: number;
  late: LatePayment;
  /** What the law lets the office do while it stays unpaid; its words are the text `annual.unpaid`. */
  unpaid: Grounds;
}

/**
 * What the law of a licence type says about issued licences. Without it the Administrative Procedure Act's general rules hold;
 * see `lifeOf`.
 */
export interface LifeRules {
  /** Days before the last day on which the holder is reminded; the furthest first. */
  remindsDaysBefore?: number[];
  renewal?: RenewalRules;
  /** The most days of one suspension; null where the law sets no limit. */
  suspension?: Grounds & { mostDays: number | null };
  revocation?: Grounds;
  /** Calendar days in which the holder may answer before a suspension or revocation. */
  hearing?: Grounds & { answerDays: number };
  /** Calendar days within which the end of the business has to be told. */
  cancellation?: Grounds & { withinDays: number };
  transfer?: TransferRules;
  annual?: AnnualFeeRules;
  /** What changing a licence's particulars costs; nothing where it is not said. Formulas read the licence type's own rates. */
  change?: ChangeRules;
}

/** The fee of a change, due before it takes effect. */
export interface ChangeRules {
  fees: FeeItem[];
  /** Worked examples, which the proof holds the fees to. */
  feeExamples: FeeExample[];
}
