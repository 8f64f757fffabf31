import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom } from '../shared/rates';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { feeExamples, feeRange, licenceFee } from './fee';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const fortySixDays = {
  days: 46,
  unit: 'calendar',
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

const consulted = {
  days: 20,
  unit: 'calendar',
  source: unconfirmed(
    'Less than half of the time of the whole, so that the registrar can still decide in time; to be agreed with the office',
    '2026-01-01',
  ),
} as const;

export const licence = defineLicence({
  code: 'karaoke-game-shop',
  version: 13,
  kind: 'licence',
  citations: [cite('filmVideo', '53'), cite('filmVideo', '54'), cite('filmVideo', '56')],
  clock: fortySixDays,
  lanes: [
    agencyReview('culture', {
      law: 'film-video',
      duty: 'culture',
      clock: fortySixDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'videoShop'],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('building', {
      law: 'building-control',
      duty: 'building',
      clock: consulted,
      reads: [
        ...contact, ...place, 'premises.areaSqm', 'premises.storeys', 'premises.buildingUse', 'building', 'videoShop.kind',
        'videoShop.rooms',
      ],
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
      source: unconfirmed(
        'Biz Portal’s published range of 1,000-3,000 baht; the law counts machines, the steps of 10 and 30 are assumed',
        '2018-03-01',
      ),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: { months: 60, renewal: 'full' },
  life,
  dependsOn: [first.company, first.buildingUse],
  follows: [first.trader],
  texts: { th, en },
});
