import type { FeeExample } from '@anuyat/licence-kit';

/** Deposit by size of the meter, in baht. From memory of the Metropolitan Waterworks Authority’s table. */
const deposits: readonly (readonly [size: string, baht: number])[] = [
  ['half', 400], ['three-quarters', 600], ['one', 1_500], ['one-and-half', 2_000], ['two', 4_000],
];

export const deposit = deposits.slice(0, -1).reduceRight(
  (otherwise, [size, baht]) => `if water.size = "${size}" then ${baht} else ${otherwise}`,
  String(deposits.at(-1)?.[1]),
);

export const depositRange = { min: 400, max: 4_000 };

export const feeExamples: FeeExample[] = [
  { facts: { water: { size: 'half' } }, total: 400 },
  { facts: { water: { size: 'three-quarters' } }, total: 600 },
  { facts: { water: { size: 'one' } }, total: 1_500 },
  { facts: { water: { size: 'one-and-half' } }, total: 2_000 },
  { facts: { water: { size: 'two' } }, total: 4_000 },
];
