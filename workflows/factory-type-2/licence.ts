import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { factoryRates } from '../shared/factory-fees';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { holder, place, tradingName } from '../shared/reads';
import { unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { annualFee, annualRange, feeExamples } from './fee';
import form from './form.schema.json' with { type: 'json' };
import { life } from './life';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const oneDay = {
  days: 1,
  unit: 'working',
  source: unconfirmed(
    'Receipt on the same or the next working day, from memory; to be confirmed with the Department of Industrial Works',
    '2019-10-27',
  ),
} as const;

export const licence = defineLicence({
  code: 'factory-type-2',
  version: 14,
  kind: 'notification',
  citations: [cite('factory', '7'), cite('factory', '11'), cite('factory', '43')],
  clock: oneDay,
  lanes: [
    agencyReview('factory', {
      law: 'factory',
      duty: 'factory',
      clock: oneDay,
      isOneStep: true,
      reads: [
        ...holder, ...tradingName, ...place, 'business.activities', 'business.startDate', 'premises.areaSqm', 'premises.tenure', 'workers',
        'machinery', 'factory',
      ],
      readsDocuments: documents.map(({ code }) => code),
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'annual',
      amount: annualFee,
      range: annualRange,
      citation: cite('factory', '43'),
      source: unconfirmed(
        '30% of the licence fee for the same horsepower, both from memory; to be confirmed with the Department of Industrial Works',
        '2019-10-27',
      ),
    },
  ],
  rates: factoryRates,
  feeExamples,
  validity: null,
  life,
  dependsOn: [first.company, first.estateLand, first.buildingUse],
  follows: [first.buildingPermit],
  texts: { th, en },
});
