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

const tenDays = {
  days: 10,
  unit: 'working',
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'modern-drug-sale',
  version: 14,
  kind: 'licence',
  citations: [cite('drug', '12'), cite('drug', '14'), cite('drug', '17'), cite('drug', '21')],
  clock: tenDays,
  lanes: [
    agencyReview('drug', {
      law: 'drug',
      duty: 'drug',
      clock: tenDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'drugs'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang('rates.licence'),
      range: { min: 2000, max: 2000 },
      source: unconfirmed('Biz Portal’s published fee of March 2018; the fee of Khor Yor 2 may be lower', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [{ facts: { drugs: { type: '1' } }, total: 2000 }],
  validity: { months: 12, endsWithYear: true, renewal: 'full' },
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
