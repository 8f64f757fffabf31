import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/** Fee of the licence in baht by service area, up to and including each size; then what is larger (ministerial regulation B.E. 2560). */
const steps = [100, 200, 400];

function byArea(kind: 'spa' | 'massage'): string {
  return steps.reduceRight((otherwise, upTo) => `if wellness.serviceAreaSqm <= ${upTo} then rates.${kind}UpTo${upTo} else ${otherwise}`, `rates.${kind}Beyond`);
}

export const licenceFee = toSatang(`if wellness.kind = "spa" then (${byArea('spa')}) else (${byArea('massage')})`);

/** Owed every year (form สพส.17). */
export const yearFee = toSatang('if wellness.kind = "spa" then rates.yearSpa else rates.yearMassage');

export const feeRange = { min: 500, max: 10_000 };

const example = (kind: string, serviceAreaSqm: number, total: number): FeeExample => ({ facts: { wellness: { kind, serviceAreaSqm } }, total });

/** Each step at its upper bound and just beyond it. */
export const feeExamples: FeeExample[] = [
  example('spa', 100, 1_000), example('spa', 100.5, 3_000), example('spa', 200, 3_000), example('spa', 201, 6_000), example('spa', 400, 6_000), example('spa', 401, 10_000),
  example('health-massage', 60, 500), example('health-massage', 100, 500), example('health-massage', 150, 1_500), example('health-massage', 200, 1_500),
  example('beauty-massage', 250, 3_000), example('beauty-massage', 400, 3_000), example('beauty-massage', 900, 5_000),
];
