import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/** Deposit by size of the meter: amperes, largest amperes, phases. Each is a rate. */
const meters = ['5-15-1', '15-45-1', '30-100-1', '50-150-1', '15-45-3', '30-100-3', '50-150-3'];

const rateOf = (meter: string): string => `rates.${meter.replace(/^(\d+)-(\d+)-(\d)$/, 'amperes$1x$2phases$3')}`;

export const deposit = toSatang(
  meters.slice(0, -1).reduceRight((otherwise, meter) => `if electricity.meter = "${meter}" then ${rateOf(meter)} else ${otherwise}`, rateOf(meters.at(-1) ?? '')),
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
