import type { LifeRules } from '@anuyat/licence-kit';
import { factoryLife } from '../shared/lives';

/** It does not expire; orders, revocation and transfer are the Factory Act’s. */
export const life: LifeRules = factoryLife;
