import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { percentOf, ratesFrom, toSatang } from '../shared/rates';
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

const licenceFee = 'if liquor.type = "1" then rates.wholesale else if liquor.isVatRegistered then rates.retailVat else rates.retail';

export const licence = defineLicence({
  code: 'liquor-sale',
  version: 12,
  kind: 'licence',
  citations: [cite('excise', '155'), cite('alcoholControl', '27'), cite('alcoholControl', '28')],
  clock: oneDay,
  lanes: [
    agencyReview('excise', {
      law: 'excise',
      duty: 'excise',
      clock: oneDay,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'premises.openingHours', 'liquor'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: toSatang(licenceFee),
      range: { min: 300, max: 5000 },
      source: unconfirmed('Fee table under the Excise Tax Act B.E. 2560; agrees with the range published by Biz Portal', '2017-09-16'),
    },
    {
      code: 'local-share',
      amount: percentOf(licenceFee, 'rates.localSharePercent'),
      range: { min: 30, max: 500 },
      source: unconfirmed('One tenth of the fee for the local authority; agrees with the range published by Biz Portal', '2017-09-16'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { liquor: { type: '1', isVatRegistered: true } }, total: 5500 },
    { facts: { liquor: { type: '1', isVatRegistered: false } }, total: 5500 },
    { facts: { liquor: { type: '2', isVatRegistered: true } }, total: 2200 },
    { facts: { liquor: { type: '2', isVatRegistered: false } }, total: 330 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  // The class of fee of who is registered for VAT needs the registration (certificate Phor Phor 20).
  dependsOn: [first.company, 'vat-registration'],
  follows: [first.trader, 'food-premises-small', 'food-premises-large'],
  texts: { th, en },
});
