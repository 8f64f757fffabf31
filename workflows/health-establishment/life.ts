import type { LifeRules } from '@anuyat/licence-kit';
import { unconfirmed } from '../shared/sources';

/** Five years; renewed by an application on form สพส.3, for the same fee as a new one. */
export const life: LifeRules = {
  remindsDaysBefore: [180, 90, 60, 30, 7],
  renewal: { opensDaysBefore: 90, source: unconfirmed('Form and fee are from the department’s page; from when it is taken is the portal’s proposal', '2026-01-01') },
};
