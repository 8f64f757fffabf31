import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/** Fee by the number of machines, in baht. The range is published; the steps between its ends are assumed. */
export const licenceFee = toSatang('if videoShop.machines <= 10 then rates.upTo10 else if videoShop.machines <= 30 then rates.upTo30 else rates.more');

export const feeRange = { min: 1_000, max: 3_000 };

export const feeExamples: FeeExample[] = [[1, 1_000], [10, 1_000], [11, 2_000], [30, 2_000], [31, 3_000], [120, 3_000]].map(([machines, total]) => ({
  facts: { videoShop: { machines } },
  total: total as number,
}));
