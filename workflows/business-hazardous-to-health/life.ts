import type { LifeRules } from '@anuyat/licence-kit';
import { publicHealthLife } from '../shared/lives';

/** A licence of a year, renewed by the yearly fee. */
export const life: LifeRules = publicHealthLife;
