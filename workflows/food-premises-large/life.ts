import type { LifeRules } from '@anuyat/licence-kit';
import { publicHealthLife } from '../shared/lives';

/** Filed in time, a renewal keeps the licence alive until it is decided. */
export const life: LifeRules = {
  ...publicHealthLife,
  renewal: { ...publicHealthLife.renewal, continuesWhilePending: true },
};
