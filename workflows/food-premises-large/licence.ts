import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, publishedRates, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { percentOf, ratesFrom, toSatang } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const thirtyDays = {
  days: 30,
  unit: 'calendar',
  citation: cite('publicHealth', '56'),
  source: read('Guides to restaurant licensing; Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

const consulted = {
  days: 15,
  unit: 'calendar',
  source: unconfirmed('Half of the 30 days of the licence, so that sanitation can still decide in time; to be agreed with the office', '2026-01-01'),
} as const;

const bangkok = publishedRates({ rates: ratesFrom(rates) }, { payees: ['bma'] });

const yearFee = toSatang('min(rates.most, rates.base + rates.perSqm * max(0, premises.areaSqm - rates.freeSqm))');

export const licence = defineLicence({
  code: 'food-premises-large',
  version: 13,
  kind: 'licence',
  citations: [cite('publicHealth', '38'), cite('publicHealth', '54'), cite('publicHealth', '56'), cite('buildingControl', '33')],
  clock: thirtyDays,
  lanes: [
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      clock: thirtyDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'workers', 'food'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      reads: [...contact, ...place, 'premises.areaSqm', 'premises.storeys', 'premises.buildingUse', 'building'],
      readsDocuments: ['floor-plan'],
    }),
    agencyReview('environment', {
      law: 'environment',
      duty: 'environment',
      when: 'premises.areaSqm >= 500 or food.seats >= 150 or food.wastewaterTo = "waterway"',
      clock: consulted,
      reads: [...contact, ...place, 'premises.areaSqm', 'food.kind', 'food.seats', 'food.waterSource', 'food.hasGreaseTrap', 'food.wastewaterTo'],
      readsDocuments: ['floor-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: yearFee,
      range: { min: 200, max: 3000 },
      citation: cite('publicHealth', '54'),
      source: unconfirmed('By local ordinance; each rate has its own source', '2018-03-01'),
    },
    {
      code: 'late',
      when: 'filing.late = true',
      amount: percentOf(yearFee, 'rates.latePercent'),
      range: { min: 0, max: 600 },
      citation: cite('publicHealth', '65'),
      source: unconfirmed('20 per cent of a fee that is paid late, from memory', '1992-06-04'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { rates: bangkok, premises: { areaSqm: 250 } }, total: 2000 },
    { facts: { rates: bangkok, premises: { areaSqm: 300 } }, total: 2000 },
    { facts: { rates: bangkok, premises: { areaSqm: 420 } }, total: 2600 },
    { facts: { rates: bangkok, premises: { areaSqm: 420.333 } }, total: 2601.67 },
    { facts: { rates: bangkok, premises: { areaSqm: 900 } }, total: 3000 },
    { facts: { rates: bangkok, premises: { areaSqm: 420 }, filing: { kind: 'renewal', late: true } }, total: 3120 },
    { facts: { premises: { areaSqm: 250 } }, total: 200 },
    { facts: { premises: { areaSqm: 250 }, filing: { kind: 'renewal', late: true } }, total: 240 },
    { facts: { premises: { areaSqm: 900 } }, total: 200 },
  ],
  validity: { months: 12, renewal: 'full' },
  life,
  dependsOn: [first.company, first.buildingUse],
  follows: [first.trader],
  texts: { th, en },
});
