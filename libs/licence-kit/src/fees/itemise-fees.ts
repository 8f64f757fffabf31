import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition } from '../definition/licence-definition';
import { calculate } from '../feel/calculate';
import { holds } from '../feel/holds';
import { satangOf } from './satang-of';

/** One line of a bill. */
export interface FeeAmount {
  code: string;
  satang: number;
}

/**
 * The lines of the bill that these facts give, in the definition's order. Each line is rounded to a satang on its own,
 * so that the lines add up to the total; lines of nothing are left out.
 * @throws CalculationFailed where a fact that an amount needs is missing or unfit.
 */
export function itemiseFees(definition: Pick<LicenceDefinition, 'fees'>, facts: Facts): FeeAmount[] {
  return definition.fees
    .filter(({ when }) => when === undefined || holds(when, facts))
    .map(({ code, amount }) => ({ code, satang: satangOf(calculate(amount, facts)) }))
    .filter(({ satang }) => satang > 0);
}

/** What the lines come to, in satang. */
export function totalOf(lines: readonly FeeAmount[]): number {
  return lines.reduce((sum, { satang }) => sum + satang, 0);
}
