import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const threeDays = {
  days: 3,
  unit: 'working',
  source: unconfirmed('Biz Portal’s published days of March 2018; the unit is assumed', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'animal-feed-sale',
  version: 13,
  kind: 'licence',
  citations: [cite('animalFeed', '15'), cite('animalFeed', '18')],
  clock: threeDays,
  lanes: [
    agencyReview('livestock', {
      law: 'animal-feed',
      duty: 'livestock',
      clock: threeDays,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'feed'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang('if feed.sale = "wholesale" then rates.wholesale else rates.retail'),
      range: { min: 100, max: 300 },
      source: unconfirmed(
        'Fees published by the provincial livestock office of Roi Et under the earlier Act; agree with Biz Portal’s range of March 2018',
        '2014-11-04',
      ),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { feed: { sale: 'wholesale' } }, total: 300 },
    { facts: { feed: { sale: 'retail' } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'full' },
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
