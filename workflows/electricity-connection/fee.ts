import type { FeeExample } from '@anuyat/licence-kit';

/** Deposit by size of the meter, in baht: amperes, largest amperes, phases. */
const deposits: readonly (readonly [meter: string, baht: number])[] = [
  ['5-15-1', 300],
  ['15-45-1', 2_000],
  ['30-100-1', 4_000],
  ['50-150-1', 8_000],
  ['15-45-3', 6_000],
  ['30-100-3', 12_000],
  ['50-150-3', 24_000],
];

export const deposit = deposits.slice(0, -1).reduceRight(
  (otherwise, [meter, baht]) => `if electricity.meter = "${meter}" then ${baht} else ${otherwise}`,
  String(deposits.at(-1)?.[1]),
);

export const depositRange = { min: 300, max: 24_000 };

/** As the authorities’ own tables have it, meter by meter. */
export const feeExamples: FeeExample[] = [
  { facts: { electricity: { meter: '5-15-1' } }, total: 300 },
  { facts: { electricity: { meter: '15-45-1' } }, total: 2_000 },
  { facts: { electricity: { meter: '30-100-1' } }, total: 4_000 },
  { facts: { electricity: { meter: '50-150-1' } }, total: 8_000 },
  { facts: { electricity: { meter: '15-45-3' } }, total: 6_000 },
  { facts: { electricity: { meter: '30-100-3' } }, total: 12_000 },
  { facts: { electricity: { meter: '50-150-3' } }, total: 24_000 },
];
