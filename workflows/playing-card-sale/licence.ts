import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const oneDay = {
  days: 1,
  unit: 'working',
  source: unconfirmed('As for liquor and tobacco at the same counter; Biz Portal offers the service without a published figure', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'playing-card-sale',
  version: 12,
  kind: 'licence',
  citations: [cite('excise', '158'), cite('playingCards', '9')],
  clock: oneDay,
  lanes: [
    agencyReview('excise', {
      law: 'excise',
      duty: 'excise',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'cards'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang('if cards.type = "1" then rates.type1 else rates.type2'),
      range: { min: 100, max: 500 },
      source: unconfirmed('No figure was found; both amounts are assumed until the Excise Department confirms them', '2026-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { cards: { type: '1' } }, total: 500 },
    { facts: { cards: { type: '2' } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
