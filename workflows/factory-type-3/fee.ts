import type { FeeExample } from '@anuyat/licence-kit';
import { beyondTheTable, byHorsepower, horsepowerTable } from '../shared/factory-fees';
import { toSatang } from '../shared/rates';

export const factoryFee = toSatang(byHorsepower());

export const feeRange = { min: 500, max: beyondTheTable };

/** Each step of the table at its upper bound, and what lies just beyond the steps that a slip would move. */
export const feeExamples: FeeExample[] = [...horsepowerTable, [75, 1_500], [100.5, 3_000], [1_000.01, 30_000], [6_001, beyondTheTable]].map(([horsepower, total]) => ({
  facts: { machinery: { horsepower } },
  total: total as number,
}));
