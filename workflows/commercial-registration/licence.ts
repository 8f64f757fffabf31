import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place } from '../shared/reads';
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
  source: unconfirmed('Practice of registrars: same day; to be confirmed with the Department of Business Development', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'commercial-registration',
  version: 13,
  kind: 'registration',
  citations: [cite('commercialRegistration', '10'), cite('commercialRegistration', '11')],
  clock: oneDay,
  lanes: [
    agencyReview('registry', {
      law: 'commercial-registration',
      duty: 'registry',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, 'business', 'commerce', 'premises.tenure', ...place],
      readsDocuments: ['place-right', 'place-map'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'registration',
      amount: toSatang('rates.registration'),
      range: { min: 50, max: 50 },
      source: unconfirmed('Biz Portal’s published fee list of March 2018', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: {}, total: 50 }],
  validity: null,
  life,
  texts: { th, en },
});
