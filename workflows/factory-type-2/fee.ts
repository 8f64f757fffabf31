import type { FeeExample } from '@anuyat/licence-kit';
import { factoryYear } from '../shared/factory-fees';

/** The annual fee is a share of what a licence for the same horsepower costs. A factory may be of type 2 by its workers alone. */
export const annualFee = factoryYear;

export const annualRange = { min: 150, max: 450 };

export const feeExamples: FeeExample[] = [
  [10, 150], [20, 150], [20.5, 300], [50, 300], [50.01, 450], [75, 450],
].map(([horsepower, total]) => ({ facts: { machinery: { horsepower } }, total: total as number }));
