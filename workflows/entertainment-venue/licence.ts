import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { secondOfficer, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { feeExamples, feeRange, licenceFee } from './fee';
import form from './form.schema.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const ninetyDays = {
  days: 90,
  unit: 'calendar',
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

const consulted = {
  days: 45,
  unit: 'calendar',
  source: unconfirmed(
    'Half of the time of the whole, so that the licensing officer can still decide in time; to be agreed with the offices',
    '2026-01-01',
  ),
} as const;

export const licence = defineLicence({
  code: 'entertainment-venue',
  version: 14,
  kind: 'licence',
  citations: [
    cite('entertainment', '3'),
    cite('entertainment', '4'),
    cite('entertainment', '5'),
    cite('entertainment', '6'),
    cite('entertainment', '17'),
  ],
  clock: ninetyDays,
  lanes: [
    agencyReview('venue', {
      law: 'entertainment',
      duty: 'venue',
      clock: ninetyDays,
      secondOfficer,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'venue'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      hasInspection: true,
      reads: [...contact, ...place, 'premises.areaSqm', 'premises.storeys', 'premises.buildingUse', 'building', 'venue.kind', 'venue.capacity'],
      readsDocuments: ['floor-plan', 'fire-safety-plan'],
    }),
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      when: 'venue.sellsFood = true or venue.hasMusic = true',
      clock: consulted,
      reads: [...contact, ...place, 'premises.openingHours', 'venue.kind', 'venue.sellsFood', 'venue.hasMusic', 'venue.soundControls'],
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
      source: unconfirmed('Biz Portal’s published range of 10,000-50,000 baht; which kind pays what is assumed', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: { months: 12, endsWithYear: true, renewal: 'full' },
  dependsOn: [first.company, first.buildingUse],
  follows: [first.trader, 'food-premises-small', 'food-premises-large'],
  texts: { th, en },
});
