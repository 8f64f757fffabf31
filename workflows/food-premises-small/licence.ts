import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, publishedRates, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom, toSatang } from '../shared/rates';
import { holder, place, tradingName } from '../shared/reads';
import { read, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sevenDays = {
  days: 7,
  unit: 'calendar',
  citation: cite('publicHealth', '48'),
  source: read('Guides to restaurant licensing; Biz Portal’s published days of March 2018', '2018-03-01'),
} as const;

const bangkok = publishedRates({ rates: ratesFrom(rates) }, { payees: ['bma'] });

/** Fee of the certificate by local ordinance (Public Health Act B.E. 2535 s.54), a year. */
const yearlyFee = toSatang('max(rates.least, min(rates.most, rates.base + rates.perSqm * premises.areaSqm))');

export const licence = defineLicence({
  code: 'food-premises-small',
  version: 12,
  kind: 'notification',
  citations: [cite('publicHealth', '38'), cite('publicHealth', '48')],
  clock: sevenDays,
  lanes: [
    agencyReview('sanitation', {
      law: 'public-health',
      duty: 'sanitation',
      clock: sevenDays,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'premises.areaSqm', 'premises.tenure', 'premises.openingHours', 'workers', 'food'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'notification',
      amount: yearlyFee,
      range: { min: 100, max: 1000 },
      citation: cite('publicHealth', '54'),
      source: unconfirmed('By local ordinance; each rate has its own source', '2018-03-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples: [
    { facts: { rates: bangkok, premises: { areaSqm: 12 } }, total: 100 },
    { facts: { rates: bangkok, premises: { areaSqm: 80 } }, total: 400 },
    { facts: { rates: bangkok, premises: { areaSqm: 200 } }, total: 1000 },
    { facts: { premises: { areaSqm: 150 } }, total: 100 },
  ],
  validity: { months: 12, renewal: 'by-fee' },
  life,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
