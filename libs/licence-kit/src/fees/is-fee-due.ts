import type { Facts } from '../definition/case-answers';
import { CalculationFailed } from '../feel/calculate';
import { itemiseFees, type Charging } from './itemise-fees';

/** Whether anything is to be paid. An amount that cannot be worked out counts as due: nothing is issued unpaid by accident. */
export function isFeeDue(definition: Charging, facts: Facts): boolean {
  try {
    return itemiseFees(definition, facts).length > 0;
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return true;
    throw error;
  }
}
