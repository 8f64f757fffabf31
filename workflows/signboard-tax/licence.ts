import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { ratesFrom } from '../shared/rates';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { feeExamples } from './fee-examples';
import form from './form.schema.json' with { type: 'json' };
import { isFiledLate, lateFiling, signboardTax } from './tax';
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const thirtyDays = {
  days: 30,
  unit: 'calendar',
  source: unconfirmed('Model manual for local authorities, from memory; to be confirmed with the revenue section', '2018-01-01'),
} as const;

export const licence = defineLicence({
  code: 'signboard-tax',
  version: 13,
  kind: 'tax',
  citations: [cite('signboardTax', '7'), cite('signboardTax', '12'), cite('signboardTax', '14')],
  clock: thirtyDays,
  lanes: [
    agencyReview('revenue', {
      law: 'signboard-tax',
      duty: 'revenue',
      clock: thirtyDays,
      isOneStep: true,
      reads: [...holder, ...tradingName, ...place, 'signs', 'signTax'],
      readsDocuments: ['sign-photos'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'tax',
      amount: signboardTax,
      range: { min: 50, max: 10000 },
      citation: cite('signboardTax', '7'),
      source: unconfirmed(
        'Rates per 500 cm² and the least of 200 baht are confirmed (Ministerial Regulation in force since 1 January 2564); rounding and first-year quarters are not',
        '2021-01-01',
      ),
    },
    {
      code: 'late-filing',
      when: isFiledLate,
      amount: lateFiling,
      range: { min: 0, max: 1000 },
      citation: cite('signboardTax', '25'),
      source: unconfirmed('10 per cent, 5 where it is filed before the official asks; section and shares from memory', '1967-01-01'),
    },
  ],
  payment: {
    days: 15,
    late: {
      percent: 2,
      per: 'month',
      of: ['tax'],
      citation: cite('signboardTax', '25'),
      source: unconfirmed('Two per cent of the tax a month, a month that has begun counts whole and the surcharge for late filing bears none; section from memory', '1967-01-01'),
    },
    source: unconfirmed('Within fifteen days of the assessment, from memory', '1967-01-01'),
  },
  rates: ratesFrom(rates),
  feeExamples,
  validity: { months: 12, endsWithYear: true, renewal: 'full' },
  texts: { th, en },
});
