import type { Facts } from '../definition/case-answers';
import type { FeeItem, LicenceDefinition } from '../definition/licence-definition';
import { calculate, CalculationFailed } from '../feel/calculate';
import { holds } from '../feel/holds';
import { FeeFailed } from './fee-failed';
import { withRates } from './rates';
import { satangOf } from './satang-of';

/** One line of a bill. */
export interface FeeAmount {
  code: string;
  satang: number;
}

/** What is read of a definition to itemise its fees. */
export type Charging = Pick<LicenceDefinition, 'fees' | 'rates'> & Partial<Pick<LicenceDefinition, 'code'>>;

/** As far apart as binary fractions of whole satang may be. */
const TOLERANCE = 1e-6;

/**
 * The lines of the bill that these facts give, in the definition's order, so that the lines add up to the total; lines of nothing are left
 * out. Formulas round as their law says: what is no whole satang is refused, not rounded silently.
 * @throws FeeFailed that names the licence and the item, where a fact that an amount needs is missing, or the amount is unfit.
 */
export function itemiseFees(definition: Charging, facts: Facts): FeeAmount[] {
  const known = withRates(definition, facts);
  return definition.fees
    .filter(({ when }) => when === undefined || holds(when, known))
    .map((item) => ({ code: item.code, satang: amountOf(item, definition.code ?? '', known) }))
    .filter(({ satang }) => satang > 0);
}

/** What the lines come to, in satang. */
export function totalOf(lines: readonly FeeAmount[]): number {
  return lines.reduce((sum, { satang }) => sum + satang, 0);
}

function amountOf({ code, amount }: FeeItem, licence: string, facts: Facts): number {
  try {
    const baht = calculate(amount, facts);
    const satang = satangOf(baht);
    if (Math.abs(baht * 100 - satang) > TOLERANCE * Math.max(1, satang / 1e6)) {
      throw new FeeFailed(licence, code, amount, 'fraction-of-a-satang', {
        th: `ได้ ${baht} บาท ซึ่งไม่เต็มสตางค์ ให้เขียนวิธีปัดเศษตามกฎหมายไว้ในสูตร`,
        en: `it comes to ${baht} baht, which is no whole satang: the formula has to round as the law says.`,
      });
    }
    return satang;
  } catch (error) {
    if (error instanceof CalculationFailed && !(error instanceof FeeFailed)) throw new FeeFailed(licence, code, amount, error.code, error.text);
    if (error instanceof RangeError) {
      throw new FeeFailed(licence, code, amount, 'not-finite', { th: 'จำนวนเงินมากเกินกว่าจะนับได้', en: 'the amount is too large to be counted.' });
    }
    throw error;
  }
}
