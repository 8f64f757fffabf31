import type { FeeExample } from '@anuyat/licence-kit';

/** Fee of the licence in baht, up to and including each horsepower. */
const table: [upTo: number, baht: number][] = [
  [20, 500], [50, 1_000], [100, 1_500], [200, 3_000], [300, 5_000], [400, 7_000], [500, 9_000], [600, 12_000], [700, 15_000],
  [800, 18_000], [900, 21_000], [1_000, 24_000], [2_000, 30_000], [3_000, 35_000], [4_000, 40_000], [5_000, 45_000], [6_000, 50_000],
];
const beyond = 60_000;

export const factoryFee = table.reduceRight((otherwise, [upTo, baht]) => `if machinery.horsepower <= ${upTo} then ${baht} else ${otherwise}`, String(beyond));

export const feeRange = { min: 500, max: beyond };

/** Each step of the table at its upper bound, and what lies just beyond the steps that a slip would move. */
export const feeExamples: FeeExample[] = [...table, [75, 1_500], [100.5, 3_000], [1_000.01, 30_000], [6_001, beyond]].map(([horsepower, total]) => ({
  facts: { machinery: { horsepower } },
  total: total as number,
}));
