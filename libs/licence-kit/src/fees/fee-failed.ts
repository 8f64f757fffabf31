import type { Text } from '../definition/text';
import { CalculationFailed, type CalculationFault } from '../feel/calculate';

/** A line of the fee that cannot be worked out, with the licence and the item that it belongs to. */
export class FeeFailed extends CalculationFailed {
  constructor(
    readonly licence: string,
    readonly item: string,
    rule: string,
    code: CalculationFault,
    readonly why: Text,
  ) {
    super(rule, code, {
      th: `ค่าธรรมเนียม “${item}” ของ “${licence}”: ${why.th}`,
      en: `The fee “${item}” of “${licence}”: ${why.en}`,
    });
    this.name = 'FeeFailed';
  }
}
