import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sixtyDays = {
  days: 60,
  unit: 'calendar',
  source: unconfirmed(
    'No figure was found; 60 days as for health establishments, to be confirmed with the Department of Health Service Support',
    '2026-01-01',
  ),
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
  code: 'medical-clinic',
  version: 13,
  kind: 'licence',
  citations: [
    cite('sanatorium', '16'),
    cite('sanatorium', '17'),
    cite('sanatorium', '19'),
    cite('sanatorium', '20'),
    cite('sanatorium', '24'),
    cite('sanatorium', '28'),
  ],
  clock: sixtyDays,
  lanes: [
    agencyReview('clinic', {
      law: 'sanatorium',
      duty: 'clinic',
      clock: sixtyDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'clinic'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      reads: [...contact, ...place, 'premises.areaSqm', 'premises.storeys', 'premises.buildingUse', 'building', 'clinic.kind', 'clinic.rooms'],
      readsDocuments: ['floor-plan'],
    }),
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      when: 'clinic.hasInfectiousWaste = true',
      clock: consulted,
      reads: [...contact, ...place, 'clinic.kind', 'clinic.hasInfectiousWaste', 'clinic.wasteDisposal'],
      readsDocuments: ['floor-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'operate',
      amount: toSatang('rates.operate'),
      range: { min: 1000, max: 1000 },
      source: unconfirmed(
        'Ministerial regulation B.E. 2543 on fees: 1,000 baht without overnight beds; later changes to be confirmed',
        '2000-01-01',
      ),
    },
    {
      code: 'run',
      amount: toSatang('rates.run'),
      range: { min: 250, max: 250 },
      source: unconfirmed('Ministerial regulation B.E. 2543 on fees: 250 baht from memory', '2000-01-01'),
    },
    {
      code: 'annual',
      amount: toSatang('rates.annual'),
      range: { min: 500, max: 500 },
      citation: cite('sanatorium', '20'),
      source: unconfirmed('Ministerial regulation B.E. 2543 on fees: 500 baht from memory', '2000-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: {}, total: 1750 }],
  validity: { months: 120, endsWithYear: true, renewal: 'full' },
  life,
  dependsOn: [first.company, first.buildingUse],
  follows: [first.trader],
  texts: { th, en },
});
