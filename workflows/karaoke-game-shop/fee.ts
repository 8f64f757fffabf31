import type { FeeExample } from '@anuyat/licence-kit';

/** Fee by the number of machines, in baht. The range is published; the steps between its ends are assumed. */
export const licenceFee = 'if videoShop.machines <= 10 then 1000 else if videoShop.machines <= 30 then 2000 else 3000';

export const feeRange = { min: 1_000, max: 3_000 };

export const feeExamples: FeeExample[] = [[1, 1_000], [10, 1_000], [11, 2_000], [30, 2_000], [31, 3_000], [120, 3_000]].map(([machines, total]) => ({
  facts: { videoShop: { machines } },
  total: total as number,
}));
