import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/**
 * Fee by the kind of venue (section 3), in baht a year. The range is published; that dance halls, baths and places open after midnight
 * pay the most, and tea houses and music places the least, is assumed.
 */
export const licenceFee = toSatang(
  ['1', '2', '3', '4', '5'].reduceRight((otherwise, kind) => `if venue.kind = "${kind}" then rates.kind${kind} else ${otherwise}`, 'rates.kind6'),
);

export const feeRange = { min: 10_000, max: 50_000 };

export const feeExamples: FeeExample[] = [['1', 50_000], ['2', 10_000], ['3', 50_000], ['4', 10_000], ['5', 50_000], ['6', 10_000]].map(([kind, total]) => ({
  facts: { venue: { kind } },
  total: total as number,
}));
