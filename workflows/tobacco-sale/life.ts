import type { LifeRules } from '@anuyat/licence-kit';
import { exciseLife } from '../shared/lives';

/** A licence of a year, renewed by the fee. */
export const life: LifeRules = exciseLife;
