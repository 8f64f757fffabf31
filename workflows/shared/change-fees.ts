import type { ChangeRules, Source } from '@anuyat/licence-kit';
import { toSatang } from './rates';
import { unconfirmed } from './sources';

/** One fee for each request to change a licence's particulars, the rate `change` of the folder's `rates.json`. */
export function changeFee(baht: number, source: Source): ChangeRules {
  return { fees: [{ code: 'change', amount: toSatang('rates.change'), range: { min: baht, max: baht }, source }], feeExamples: [{ facts: {}, total: baht }] };
}

/** Commercial registrations, also of electronic commerce. */
export const commercialRegistrationChange = changeFee(20, unconfirmed('Fees of commercial registration: 20 baht for each change; from memory', '2018-03-01'));
