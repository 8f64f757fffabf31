import type { LicenceDefinition } from '../../definition/licence-definition';
import type { LifeRules } from '../../definition/life-rules';
import type { Citation, Source } from '../../definition/source';

/** A section of the Administrative Procedure Act B.E. 2539. */
export const procedure = (section: string): Citation => ({
  law: { th: 'พระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539', en: 'Administrative Procedure Act B.E. 2539' },
  section,
});

const assumed = (from: string): Source => ({ from, isVerified: false, effectiveFrom: '2026-01-01' });

/** What holds where a licence type's own rules say nothing. */
const general = {
  remindsDaysBefore: [90, 60, 30, 7],
  renewal: { opensDaysBefore: 60, source: assumed('Assumed until the office says from when it takes renewals') },
  suspension: { mostDays: null, source: assumed('No limit is known; to be confirmed with the office') },
  revocation: { citation: procedure('49–53'), source: assumed('The general law; the licence’s own law may say more') },
  hearing: { answerDays: 15, citation: procedure('30'), source: assumed('The law asks for sufficient time; 15 days are the portal’s proposal') },
  cancellation: { withinDays: 30, source: assumed('Assumed until the office says within what time an end has to be told') },
} as const satisfies LifeRules;

export type RulesOfLife = Required<Omit<LifeRules, 'transfer' | 'annual' | 'change'>> & Pick<LifeRules, 'transfer' | 'annual' | 'change'>;

/** The rules that the issued licences of a type live by: its own, and the general ones where it says nothing. */
export function rulesOfLife({ life = {} }: Pick<LicenceDefinition, 'life'>): RulesOfLife {
  return { ...structuredClone(general) as unknown as RulesOfLife, ...life };
}
