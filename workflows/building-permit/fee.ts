import type { FeeExample } from '@anuyat/licence-kit';
import { toSatang } from '../shared/rates';

/** Check of the plans in baht a m²: by storeys and height of the building (Ministerial Regulation No. 7 B.E. 2528, from memory). */
const rate = `(if premises.storeys <= 2 and construction.heightM <= 12 then rates.lowPerSqm
  else if premises.storeys <= 3 and construction.heightM <= 15 then rates.middlePerSqm
  else rates.tallPerSqm)`;

export const planCheck = toSatang(`construction.areaSqm * ${rate}`);

export const permitFee = toSatang('if construction.work = "build" then rates.permitToBuild else rates.permitForOtherWorks');

/** What is shown beforehand: up to 10,000 m² of a tall building. No ceiling. */
export const feeRange = { min: 0, max: 40_000 };

const example = (work: string, storeys: number, heightM: number, areaSqm: number, total: number): FeeExample => ({
  facts: { premises: { storeys }, construction: { work, heightM, areaSqm } },
  total,
});

/** Worked by hand: the check of the plans, and the permit for 20 baht (building) or 10 baht (other works). */
export const feeExamples: FeeExample[] = [
  example('build', 2, 8, 300, 150 + 20),
  example('build', 2, 12, 301, 150.5 + 20),
  example('build', 1, 4, 80.25, 40.13 + 20),
  example('build', 2, 12.5, 300, 600 + 20),
  example('build', 3, 12, 600, 1_200 + 20),
  example('build', 3, 15.5, 600, 2_400 + 20),
  example('build', 8, 30, 4_000, 16_000 + 20),
  example('alter', 1, 5, 100, 50 + 10),
  example('demolish', 4, 16, 900, 10),
  example('move', 1, 4, 60, 10),
];
