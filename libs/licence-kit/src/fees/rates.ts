import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition } from '../definition/licence-definition';

/** Rates by name, in baht, as formulas read them under `rates`. */
export type Rates = Record<string, number>;

/** The rates that the definition was published with: they hold where no office has entered its own. */
export function publishedRates({ rates = [] }: Pick<LicenceDefinition, 'rates'>): Rates {
  return Object.fromEntries(rates.map(({ item, value }) => [item, value]));
}

/** Facts with every rate of the licence: those that an office entered, and the published ones for the rest. */
export function withRates(definition: Pick<LicenceDefinition, 'rates'>, facts: Facts): Facts {
  if (!definition.rates?.length) return facts;
  const entered = facts['rates'];
  return { ...facts, rates: { ...publishedRates(definition), ...(typeof entered === 'object' && entered !== null ? entered : {}) } };
}

/** A formula with its rates written out: what people are told, and what a decision keeps. */
export function inlineRates(rule: string, rates: Rates): string {
  return rule.replace(/\brates\.([A-Za-z0-9]+)\b/g, (name, item: string) => (rates[item] === undefined ? name : String(rates[item])));
}
