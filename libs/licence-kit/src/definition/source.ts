import type { Text } from './text';

/** A law and the section that a rule or figure rests on. */
export interface Citation {
  law: Text;
  /** As lawyers write it: "38", "12(2)", "7 ทวิ". */
  section: string;
}

/** Where a figure came from; an unverified one is editable configuration. */
export interface Source {
  /** The office, law, manual or page the figure was read in. */
  from: string;
  isVerified: boolean;
  /** ISO date from which the figure holds. */
  effectiveFrom: string;
}
