import type { PublishedRate } from '@anuyat/licence-kit';

/** A rate as a licence's `rates.json` has it. A new ordinance is a new line; the old one stays for what was filed before it. */
export interface RateLine {
  item: string;
  value: number;
  /** The agency (`bma`) or office (`lao-230501-sanitation`) whose own it is; absent where it holds everywhere else. */
  of?: string;
  unit?: string;
  /** Where it was read. */
  from: string;
  /** An unverified one is configuration until the office has confirmed it. */
  isVerified: boolean;
  /** ISO date. */
  effectiveFrom: string;
}

/** The rates of a licence, read from data: adding one needs no code. @throws where an item has no rate for those that entered none. */
export function ratesFrom(lines: readonly RateLine[]): PublishedRate[] {
  const orphan = lines.find(({ item }) => !lines.some((line) => line.item === item && line.of === undefined));
  if (orphan) throw new Error(`The rate "${orphan.item}" says nothing for offices that have none of their own.`);
  return lines.map(({ item, value, of, unit, from, isVerified, effectiveFrom }) => {
    if (unit !== undefined && unit !== 'percent' && unit !== 'square-metres') throw new Error(`The rate "${item}" is counted in "${unit}".`);
    return { item, ...(of ? { of } : {}), value, ...(unit ? { unit } : {}), source: { from, isVerified, effectiveFrom } };
  });
}

/** A formula to a whole satang, halves up. No law is known that says otherwise; whoever knows one writes it into the formula. */
export function toSatang(formula: string): string {
  return `floor((${formula}) * 100 + 0.5) / 100`;
}

/** A share of an amount in per cent, to a whole satang. */
export function percentOf(formula: string, percent: string): string {
  return `floor((${formula}) * ${percent} + 0.5) / 100`;
}
