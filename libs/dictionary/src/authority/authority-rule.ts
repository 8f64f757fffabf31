import type { Citation, DutyCode, LawCode, Source, Text } from '@anuyat/licence-kit';
import type { Office } from './offices';
import type { Place } from './place';

/** One line of the legal table: for which laws and places it holds, and which office then has authority. */
export interface AuthorityRule {
  id: string;
  laws: readonly LawCode[];
  holdsAt(place: Place): boolean;
  findOffice(place: Place, duty: DutyCode): Office | undefined;
  because(place: Place): Text;
  citation: Citation;
  source: Source;
}

/** A source that nobody has confirmed yet. */
export const unverified = (from: string, effectiveFrom: string): Source => ({ from, isVerified: false, effectiveFrom });

/** A section of a law that a line rests on. */
export const law = (th: string, en: string, section: string): Citation => ({ law: { th, en }, section });

export const isBangkok = (place: Place): boolean => place.province.code === '10';
