import { calculate, CalculationFailed, holds, inlineRates, itemiseFees, namesIn, satangOf, sayWorking, textOf, withTexts, type Facts, type FeeItem, type LicenceDefinition, type Rates } from '@anuyat/licence-kit';
import type { WorkedFee } from '@anuyat/contract';

/** What a licence will cost as far as the facts tell, in satang. */
export interface FeeEstimate {
  min: number;
  max: number;
  isExact: boolean;
}

/** Exact where the facts suffice; each line of which something is not known yet counts with its published range. */
export function estimateFee({ fees }: Pick<LicenceDefinition, 'fees'>, facts: Facts): FeeEstimate {
  return fees.map((fee) => estimateLine(fee, facts)).reduce(
    (sum, line) => ({ min: sum.min + line.min, max: sum.max + line.max, isExact: sum.isExact && line.isExact }),
    { min: 0, max: 0, isExact: true },
  );
}

/**
 * The bill of a filled-in form, line by line, each with how it was worked out and where its rule was read; lines of nothing too. Undefined
 * while an answer that it needs is missing or unfit.
 */
export function findBill(definition: LicenceDefinition, facts: Facts): WorkedFee[] | undefined {
  try {
    const amounts = new Map(itemiseFees(definition, facts).map(({ code, satang }) => [code, satang]));
    const lexicon = { schema: withTexts(definition.form, definition.texts) };
    const rates = (facts['rates'] ?? {}) as Rates;
    return definition.fees.filter(({ when, code }) => when === undefined || amounts.has(code)).map(({ code, amount, source, citation }) => {
      const charged = amounts.get(code) ?? 0;
      return { code, title: textOf(definition.texts, `fees.${code}`), amount: charged, working: sayWorking(inlineRates(amount, rates), facts, lexicon) ?? null, source, citation: citation ?? null };
    });
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The facts that a licence's fee is worked out from. */
export function feeFacts({ fees }: Pick<LicenceDefinition, 'fees'>): string[] {
  return fees.flatMap(({ when, amount }) => [...(when === undefined ? [] : namesIn(when)), ...namesIn(amount)]).filter((name) => !name.startsWith('rates.'));
}

function estimateLine({ when, amount, range }: FeeItem, facts: Facts): FeeEstimate {
  const open = { min: when === undefined ? satangOf(range.min) : 0, max: satangOf(range.max), isExact: false };
  if (when !== undefined) {
    if (!readsOnlyKnown(when, facts)) return open;
    if (!holds(when, facts)) return { min: 0, max: 0, isExact: true };
  }
  if (!readsOnlyKnown(amount, facts)) return open;
  try {
    const satang = satangOf(calculate(amount, facts));
    return { min: satang, max: satang, isExact: true };
  } catch (error) {
    if (error instanceof CalculationFailed || error instanceof RangeError) return open;
    throw error;
  }
}

function readsOnlyKnown(rule: string, facts: Facts): boolean {
  return namesIn(rule).every((name) => isKnown(facts, name.split('.')));
}

function isKnown(value: unknown, [key, ...rest]: string[]): boolean {
  if (key === undefined) return value !== undefined;
  if (Array.isArray(value)) return value.every((row) => isKnown(row, [key, ...rest]));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return isKnown((value as Record<string, unknown>)[key], rest);
}
