import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/** Deposit by size of the meter; each is a rate. */
const sizes = [['half', 'half'], ['three-quarters', 'threeQuarters'], ['one', 'one'], ['one-and-half', 'oneAndHalf']] as const;

export const deposit = toSatang(sizes.reduceRight((otherwise, [size, rate]) => `if water.size = "${size}" then rates.${rate} else ${otherwise}`, 'rates.two'));

export const depositRange = { min: 400, max: 4_000 };

export const feeExamples: FeeExample[] = [
  { facts: { water: { size: 'half' } }, total: 400 },
  { facts: { water: { size: 'three-quarters' } }, total: 600 },
  { facts: { water: { size: 'one' } }, total: 1_500 },
  { facts: { water: { size: 'one-and-half' } }, total: 2_000 },
  { facts: { water: { size: 'two' } }, total: 4_000 },
];
