import { resolveRefs } from '@anuyat/dictionary';
import { agencyReview, defineLicence, type JsonSchema } from '@anuyat/licence-kit';
import { factoryRates } from '../shared/factory-fees';
import { cite } from '../shared/laws';
import { first } from '../shared/order';
import { contact, holder, place, tradingName } from '../shared/reads';
import { secondOfficer, unconfirmed } from '../shared/sources';
import { documents } from './documents';
import { factoryFee, feeExamples, feeRange } from './fee';
import form from './form.schema.json' with { type: 'json' };
import { mayPolluteMuch } from './rules';
import { life } from './life';
import en from './text/en.json' with { type: 'json' };
import th from './text/th.json' with { type: 'json' };

const thirtyDays = {
  days: 30,
  unit: 'calendar',
  source: unconfirmed('30 days from the complete file, from memory; to be confirmed with the Department of Industrial Works', '2019-10-27'),
} as const;

const consulted = {
  days: 20,
  unit: 'calendar',
  source: unconfirmed('Two thirds of the 30 days, so that the factory office can still decide in time; to be agreed with the office', '2026-01-01'),
} as const;

export const licence = defineLicence({
  code: 'factory-type-3',
  version: 14,
  kind: 'licence',
  citations: [cite('factory', '7'), cite('factory', '12')],
  clock: thirtyDays,
  lanes: [
    agencyReview('factory', {
      law: 'factory',
      duty: 'factory',
      clock: thirtyDays,
      secondOfficer,
      hasInspection: true,
      reads: [
        ...holder, ...tradingName, ...place, 'business.activities', 'business.startDate', 'premises.areaSqm', 'premises.tenure',
        'premises.storeys', 'premises.openingHours', 'workers', 'machinery', 'factory',
      ],
      readsDocuments: documents.map(({ code }) => code),
    }),
    agencyReview('environment', {
      law: 'environment',
      duty: 'environment',
      when: mayPolluteMuch,
      clock: consulted,
      reads: [...contact, ...place, 'machinery', 'factory'],
      readsDocuments: ['factory-layout', 'process-chart', 'pollution-plan'],
    }),
  ],
  form: resolveRefs(form as JsonSchema),
  documents,
  fees: [
    {
      code: 'licence',
      amount: factoryFee,
      range: feeRange,
      source: unconfirmed('Table of fees by horsepower, from memory; to be confirmed with the Department of Industrial Works', '2019-10-27'),
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
