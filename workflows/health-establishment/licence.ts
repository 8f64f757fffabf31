import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { feeExamples, feeRange, licenceFee } from './fee';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sixtyDays = {
  days: 60,
  unit: 'calendar',
  source: unconfirmed('At most 60 days, from memory; to be confirmed with the Department of Health Service Support', '2017-01-01'),
} as const;

const consulted = {
  days: 30,
  unit: 'calendar',
  source: unconfirmed(
    'Half of the time of the whole, so that the health office can still decide in time; to be agreed with the offices',
    '2026-01-01',
  ),
} as const;

export const licence = defineLicence({
  code: 'health-establishment',
  version: 14,
  kind: 'licence',
  citations: [
    cite('healthEstablishment', '12'),
    cite('healthEstablishment', '13'),
    cite('healthEstablishment', '20'),
    cite('healthEstablishment', '23'),
  ],
  clock: sixtyDays,
  lanes: [
    agencyReview('wellness', {
      law: 'health-establishment',
      duty: 'wellness',
      clock: sixtyDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'premises.openingHours', 'wellness'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      reads: [...contact, ...place, 'premises.storeys', 'premises.buildingUse', 'building', 'wellness.kind', 'wellness.serviceAreaSqm'],
      readsDocuments: ['floor-plan'],
    }),
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      when: 'wellness.hasWaterTreatment = true',
      clock: consulted,
      reads: [...contact, ...place, 'wellness.kind', 'wellness.hasWaterTreatment', 'wellness.serviceAreaSqm'],
      readsDocuments: ['floor-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: licenceFee,
      range: feeRange,
      source: read('Ministerial regulation on fees B.E. 2560, as published in the public manual', '2017-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: { months: 60, renewal: 'full' },
  life,
  dependsOn: [first.company, first.buildingUse],
  follows: [first.trader, 'business-hazardous-to-health'],
  texts: { th, en },
});
