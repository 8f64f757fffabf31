import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition, PublishedRate } from '../definition/licence-definition';

/** Rates by name, in baht, as formulas read them under `rates`. */
export type Rates = Record<string, number>;

/** Whose rates are meant: the codes of an office and its agency, the nearest first, and an ISO date; without a day the newest hold. */
export interface ChargedBy {
  payees?: readonly string[];
  day?: string;
}

/**
 * The rates that the definition was published with: those of an office before its agency's, and these before what holds everywhere. Of
 * several the newest that holds on the day; the oldest also holds for what was filed before it.
 */
export function publishedRates({ rates = [] }: Pick<LicenceDefinition, 'rates'>, { payees = [], day }: ChargedBy = {}): Rates {
  const items = [...new Set(rates.map(({ item }) => item))];
  return Object.fromEntries(items.flatMap((item) => {
    const ofItem = rates.filter((rate) => rate.item === item);
    const found = [...payees, undefined].map((payee) => inForce(ofItem.filter(({ of }) => of === payee), day)).find((rate) => rate !== undefined);
    return found ? [[item, found.value]] : [];
  }));
}

/** Whether a published rate is an office's or agency's own. */
export function ownRates(definition: Pick<LicenceDefinition, 'rates'>, by: ChargedBy): Rates {
  return publishedRates({ rates: (definition.rates ?? []).filter(({ of }) => of !== undefined) }, by);
}

/** Facts with every rate of the licence: those that an office entered or has of its own, and the published ones for the rest. */
export function withRates(definition: Pick<LicenceDefinition, 'rates'>, facts: Facts): Facts {
  if (!definition.rates?.length) return facts;
  const entered = facts['rates'];
  return { ...facts, rates: { ...publishedRates(definition), ...(typeof entered === 'object' && entered !== null ? entered : {}) } };
}

/** A formula with its rates written out: what people are told, and what a decision keeps. */
export function inlineRates(rule: string, rates: Rates): string {
  return rule.replace(/\brates\.([A-Za-z0-9]+)\b/g, (name, item: string) => (rates[item] === undefined ? name : String(rates[item])));
}

function inForce(rates: readonly PublishedRate[], day: string | undefined): PublishedRate | undefined {
  const newestFirst = rates.toSorted((a, b) => b.source.effectiveFrom.localeCompare(a.source.effectiveFrom));
  return newestFirst.find(({ source }) => day === undefined || source.effectiveFrom <= day) ?? newestFirst.at(-1);
}
