import type { LifeRules } from '@anuyat/licence-kit';
import { commercialRegistrationLife } from '../shared/lives';

/** It does not expire; its end is told by its holder. */
export const life: LifeRules = commercialRegistrationLife;
