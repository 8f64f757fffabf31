import type { LifeRules } from '@anuyat/licence-kit';
import { commercialRegistrationChange } from '../shared/change-fees';
import { commercialRegistrationLife } from '../shared/lives';

/** It does not expire; its end is told by its holder; each change costs a fee. */
export const life: LifeRules = { ...commercialRegistrationLife, change: commercialRegistrationChange };
