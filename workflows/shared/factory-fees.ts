import { percentOf, ratesFrom } from './rates';
import table from './factory-rates.json' with { type: 'json' };

const steps = table.flatMap(({ item, value }) => (item.startsWith('upTo') ? [[Number(item.slice('upTo'.length)), value] as const] : []));

/** Fee of a factory licence in baht, up to and including each horsepower. From memory of the table, to be confirmed by the department. */
export const horsepowerTable: readonly (readonly [upTo: number, baht: number])[] = steps;

/** Fee of more horsepower than the table names. */
export const beyondTheTable = table.find(({ item }) => item === 'beyond')?.value ?? 0;

/** The table, and the share of it that is paid every year, as rates; an office may enter its own. */
export const factoryRates = ratesFrom(table);

/** Reads the fee off the table by `machinery.horsepower`, as FEEL. */
export function byHorsepower(): string {
  return steps.reduceRight((otherwise, [upTo]) => `if machinery.horsepower <= ${upTo} then rates.upTo${upTo} else ${otherwise}`, 'rates.beyond');
}

/** What a factory pays each year: a share of what a licence for the same horsepower costs (Factory Act B.E. 2535 s.43). */
export const factoryYear = percentOf(byHorsepower(), 'rates.annualPercent');
