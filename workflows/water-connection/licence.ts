import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { ratesFrom } from '../shared/rates';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { deposit, depositRange, feeExamples } from './fee';
import form from './form.schema.json' with { type: 'json' };
import rates from './rates.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const sevenDays = {
  days: 7,
  unit: 'working',
  source: unconfirmed('As for small electricity meters; to be confirmed with the waterworks', '2020-01-01'),
} as const;

export const licence = defineLicence({
  code: 'water-connection',
  version: 13,
  kind: 'utility',
  citations: [cite('metropolitanWaterworks', '6'), cite('provincialWaterworks', '5')],
  clock: sevenDays,
  lanes: [
    agencyReview('service', {
      law: 'water',
      duty: 'water',
      clock: sevenDays,
      hasInspection: true,
      reads: [...holder, ...tradingName, ...place, 'premises.tenure', 'building', 'water'],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'deposit',
      amount: deposit,
      range: depositRange,
      source: unconfirmed('Deposits by meter from memory; to be confirmed with the waterworks', '2020-01-01'),
    },
  ],
  rates: ratesFrom(rates),
  feeExamples,
  validity: null,
  dependsOn: [first.buildingPermit],
  texts: { th, en },
});
