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

const oneDay = {
  days: 1,
  unit: 'working',
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'fertiliser-sale',
  version: 13,
  kind: 'licence',
  citations: [cite('fertiliser', '12'), cite('fertiliser', '16')],
  clock: oneDay,
  lanes: [
    agencyReview('crop', {
      law: 'fertiliser',
      duty: 'crop',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'fertiliser'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang('rates.licence'),
      range: { min: 200, max: 200 },
      source: unconfirmed('Biz Portal’s published fees of March 2018', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: {}, total: 200 }],
  validity: { months: 12, renewal: 'full' },
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
