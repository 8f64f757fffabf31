import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { affectsSurroundings, strainsTheBuilding } from './rules';
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const thirtyDays = {
  days: 30,
  unit: 'calendar',
  citation: cite('publicHealth', '56'),
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

const consulted = {
  days: 15,
  unit: 'calendar',
  source: unconfirmed('Half of the 30 days of the licence, so that sanitation can still decide in time; to be agreed with the office', '2026-01-01'),
} as const;

/** Fee of the licence by local ordinance (Public Health Act B.E. 2535 s.54), a year. */
const yearlyFee = toSatang('min(rates.most, rates.base + rates.perHorsepower * machinery.horsepower)');

export const licence = defineLicence({
  code: 'business-hazardous-to-health',
  version: 12,
  kind: 'licence',
  citations: [cite('publicHealth', '31'), cite('publicHealth', '33'), cite('publicHealth', '56')],
  clock: thirtyDays,
  lanes: [
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      clock: thirtyDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'workers', 'machinery', 'health'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      when: strainsTheBuilding,
      clock: consulted,
      reads: [...contact, ...place, 'premises.areaSqm', 'premises.storeys', 'premises.buildingUse', 'health.kind', 'health.kindOther', 'machinery'],
      readsDocuments: ['floor-plan'],
    }),
    agencyReview('environment', {
      law: 'environment',
      duty: 'environment',
      when: affectsSurroundings,
      clock: consulted,
      reads: [...contact, ...place, 'premises.areaSqm', 'premises.openingHours', 'machinery', 'health'],
      readsDocuments: ['floor-plan', 'machine-list', 'pollution-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: yearlyFee,
      range: { min: 1000, max: 10000 },
      citation: cite('publicHealth', '54'),
      source: unconfirmed('By local ordinance; each rate has its own source', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { machinery: { horsepower: 0 } }, total: 1000 },
    { facts: { machinery: { horsepower: 7.5 } }, total: 1750 },
    { facts: { machinery: { horsepower: 90 } }, total: 10000 },
    { facts: { machinery: { horsepower: 400 } }, total: 10000 },
    { facts: { machinery: { horsepower: 3.333 }, rates: { perHorsepower: 33.33 } }, total: 1111.09 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
