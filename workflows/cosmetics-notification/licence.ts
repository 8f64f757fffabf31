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
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'cosmetics-notification',
  version: 13,
  kind: 'notification',
  citations: [cite('cosmetic', '14'), cite('cosmetic', '22')],
  clock: threeDays,
  lanes: [
    agencyReview('cosmetic', {
      law: 'cosmetic',
      duty: 'cosmetic',
      clock: threeDays,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'cosmetics'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'notification',
      amount: toSatang('rates.product * count(cosmetics.products)'),
      range: { min: 1000, max: 3000 },
      source: unconfirmed('Biz Portal’s published range of 1,000-3,000 baht; that each product pays 1,000 is assumed', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { cosmetics: { products: [{ kind: 'skin' }] } }, total: 1000 },
    { facts: { cosmetics: { products: [{ kind: 'skin' }, { kind: 'soap' }] } }, total: 2000 },
    { facts: { cosmetics: { products: [{ kind: 'skin' }, { kind: 'soap' }, { kind: 'hair' }] } }, total: 3000 },
  ],
  validity: { months: 36, renewal: 'full' },
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
