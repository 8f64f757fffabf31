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
  source: unconfirmed(
    'Practice of the registrars, as for a commercial registration; to be confirmed with the Department of Business Development',
    '2018-03-01',
  ),
} as const;

export const licence = defineLicence({
  code: 'electronic-commerce-registration',
  version: 13,
  kind: 'registration',
  citations: [cite('commercialRegistration', '5'), cite('commercialRegistration', '10'), cite('commercialRegistration', '11')],
  clock: oneDay,
  lanes: [
    agencyReview('registry', {
      law: 'commercial-registration',
      duty: 'registry',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...tradingName, 'business.startDate', 'commerce.goods', ...place, 'premises.tenure', 'online'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'registration',
      amount: toSatang('rates.registration'),
      range: { min: 50, max: 50 },
      source: unconfirmed('Biz Portal’s published fees of March 2018', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: {}, total: 50 }],
  validity: null,
  life,
  // The annex of a website belongs to the registration of the business (Commercial Registration Act B.E. 2499).
  dependsOn: [first.company, first.trader],
  texts: { th, en },
});
