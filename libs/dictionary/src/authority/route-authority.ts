import type { Citation, DutyCode, LawCode, Text } from '@anuyat/licence-kit';
import { authorityRules } from './authority-rules';
import type { Office } from './offices';
import type { Place } from './place';

/** Which office has authority, and the rule that said so. */
export interface Authority {
  office: Office;
  /** Id of the line of the legal table that matched. */
  rule: string;
  because: Text;
  citation: Citation;
}

/**
 * The office that decides under a law at a place; first match of the legal table wins. The place is that of the
 * business, never of its owner. `on` is the day of filing: lines that were not yet in force are passed over.
 * Throws where no office has that duty, which the conformance of a licence finds before it is published.
 */
export function routeAuthority({ law, duty, place, on }: { law: LawCode; duty: DutyCode; place: Place; on?: string }): Authority {
  for (const rule of authorityRules) {
    if (!rule.laws.includes(law) || (on !== undefined && on < rule.source.effectiveFrom) || !rule.holdsAt(place)) continue;
    const office = rule.findOffice(place, duty);
    if (office) return { office, rule: rule.id, because: rule.because(place), citation: rule.citation };
  }
  throw new Error(`No office has the duty "${duty}" under the law "${law}" in ${place.subdistrict.title.en}, ${place.province.title.en}.`);
}
