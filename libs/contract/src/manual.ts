import type { AmountCase, DayUnit, Diagram, Text } from '@anuyat/licence-kit';
import type { LicenceTypeView } from './journeys';

/**
 * `GET /api/licence-types/:code/manual?version=`: the manual for the public (Licensing Facilitation Act B.E. 2558 s.7), made from the
 * definition that runs and stamped with its hash. Every version that was ever in force stays.
 */
export interface ManualView extends LicenceTypeView {
  inForceFrom: string;
  isNewest: boolean;
  versions: { version: number; inForceFrom: string }[];
  /** Who has to ask for it, and what is given. */
  who: Text | null;
  output: Text | null;
  /** Limits of the answers, what has to be granted first, and conditions of the licence. */
  criteria: Text[];
  conditions: Text[];
  steps: ManualStep[];
  papers: ManualPaper[];
  feeLines: ManualFee[];
  /** What changing the licence’s particulars costs later; empty where nothing is charged. */
  changeFees: ManualFee[];
  validity: Text;
  renewal: Text | null;
  appeals: ManualAppeal[];
  complaints: Text[];
  diagram: Diagram;
}

export interface ManualStep {
  id: string;
  title: Text;
  detail: Text | null;
  /** Who may do it; which of them is decided by the place. */
  agencies: Text[];
  time: { days: number; unit: DayUnit } | null;
  /** In which cases; null in all. */
  when: Text | null;
  citations: { law: Text; section: string }[];
}

export interface ManualPaper {
  code: string;
  title: Text;
  help: Text | null;
  /** In words: in every case, or under which condition. */
  when: Text;
  isRequired: boolean;
  format: Text;
}

export interface ManualFee {
  code: string;
  title: Text;
  /** Satang. */
  range: { min: number; max: number };
  when: Text | null;
  /** The formula as a tariff in words. */
  tariff: AmountCase[];
  citation: { law: Text; section: string } | null;
  isVerified: boolean;
}

/** How orders of some of the offices are appealed: the same figures that a refusal is written with. */
export interface ManualAppeal {
  /** Whose orders, where offices under several laws decide; null for all. */
  of: Text[] | null;
  to: Text;
  within: { days: number; unit: DayUnit };
  /** How to appeal, and what follows, in sentences. */
  words: Text[];
  citations: { law: Text; section: string }[];
  isVerified: boolean;
}
