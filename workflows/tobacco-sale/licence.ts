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
  source: unconfirmed('Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

export const licence = defineLicence({
  code: 'tobacco-sale',
  version: 12,
  kind: 'licence',
  citations: [cite('excise', '157'), cite('tobaccoControl', '26'), cite('tobaccoControl', '29'), cite('tobaccoControl', '36')],
  clock: oneDay,
  lanes: [
    agencyReview('excise', {
      law: 'excise',
      duty: 'excise',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'premises.openingHours', 'tobacco'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang('if tobacco.type = "1" then rates.type1 else if tobacco.type = "2" then rates.type2 else rates.type3'),
      range: { min: 100, max: 3500 },
      source: unconfirmed(
        'Biz Portal’s published range of 100-3,500 baht; which type pays what is assumed: the ends, and 500 between them',
        '2018-03-01',
      ),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { tobacco: { type: '1' } }, total: 3500 },
    { facts: { tobacco: { type: '2' } }, total: 500 },
    { facts: { tobacco: { type: '3' } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
