import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { contact, holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import form from './form.schema.json' with { type: 'json' };
import { needsASurvey } from './rules';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const fifteenDays = {
  days: 15,
  unit: 'working',
  source: unconfirmed('Manuals say 3 to 15 working days; to be confirmed with the Revenue Department', '2018-01-01'),
} as const;

const surveyed = {
  days: 10,
  unit: 'working',
  source: unconfirmed('Two thirds of the time of the whole, so that the office can still decide in time; to be agreed with it', '2026-01-01'),
} as const;

export const licence = defineLicence({
  code: 'vat-registration',
  version: 12,
  kind: 'registration',
  citations: [cite('revenueCode', '81/1'), cite('revenueCode', '85'), cite('revenueCode', '85/1'), cite('revenueCode', '85/3')],
  clock: fifteenDays,
  lanes: [
    agencyReview('tax', {
      law: 'revenue-code',
      duty: 'tax',
      clock: fifteenDays,
      isOneStep: true,
      reads: [
        ...holder, ...tradingName, ...place, 'business.activities', 'business.capitalBaht', 'business.startDate', 'premises.tenure', 'vat',
        'commerce.hasBranches', 'commerce.branches',
      ],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('survey', {
      law: 'revenue-code',
      duty: 'tax',
      when: needsASurvey,
      clock: surveyed,
      hasInspection: true,
      reads: [...contact, ...tradingName, ...place, 'premises.tenure', 'vat.sharesPlace'],
      readsDocuments: ['place-right', 'place-map', 'place-photos'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [],
  feeExamples: [{ facts: { vat: { yearlyTurnoverBaht: 2_400_000 } }, total: 0 }],
  validity: null,
  dependsOn: [first.company],
  follows: [first.trader],
  texts: { th, en },
});
