import type { LifeRules } from '@anuyat/licence-kit';
import { changeFee } from '../shared/change-fees';
import { read } from '../shared/sources';

/** It does not expire; each request to change what is registered costs a fee. */
export const life: LifeRules = {
  change: changeFee(500, read('Ministerial regulation B.E. 2563 on fees of partnerships and companies', '2020-01-01')),
};
