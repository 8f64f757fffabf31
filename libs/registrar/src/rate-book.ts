import type { LicenceDefinition, Rates } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import { factsOf, type CaseFacts, type LaneOffice } from './application-row';

/** A rate that an office, an agency, or everybody (`*`) charges from a day on. */
export interface EnteredRate {
  licence: string;
  item: string;
  payee: string;
  value: number;
  /** ISO dates. */
  effectiveFrom: string;
  effectiveTo: string | null;
}

const ALL = `
  SELECT licence, item, payee, value::float8 AS value, to_char(effective_from, 'YYYY-MM-DD') AS "effectiveFrom", to_char(effective_to, 'YYYY-MM-DD') AS "effectiveTo"
    FROM fee_rate ORDER BY effective_from DESC, entered_at DESC`;

/**
 * The rates that offices have entered. Kept in memory and read anew every minute: a rate holds from tomorrow at the earliest, so that every
 * process knows it by then.
 */
export class RateBook {
  private rates: readonly EnteredRate[] = [];

  async reload(source: DataSource): Promise<void> {
    this.rates = await source.query(ALL);
  }

  /** What is charged on a day: the office's own rate before its agency's, and that before everybody's; of several the newest. */
  on(licence: string, payees: readonly string[], day: string): Rates {
    const inForce = this.rates.filter((rate) => rate.licence === licence && rate.effectiveFrom <= day && (rate.effectiveTo === null || rate.effectiveTo >= day));
    const items = [...new Set(inForce.map(({ item }) => item))];
    return Object.fromEntries(items.flatMap((item) => {
      const best = [...payees, '*'].flatMap((payee) => inForce.find((rate) => rate.item === item && rate.payee === payee) ?? [])[0];
      return best ? [[item, best.value]] : [];
    }));
  }
}

/** Who collects the fee of a licence: the first lane's office, and its agency. */
export function payeesOf({ lanes }: Pick<LicenceDefinition, 'lanes'>, offices: Record<string, Pick<LaneOffice, 'office' | 'agency'>>): string[] {
  const office = offices[lanes[0]?.id ?? ''];
  return office ? [office.office, office.agency] : [];
}

/** The facts of an application with the rates that its office charged on the day of filing. */
export function chargedFacts(rates: RateBook, definition: Pick<LicenceDefinition, 'code' | 'lanes'>, offices: Record<string, LaneOffice>, file: CaseFacts): ReturnType<typeof factsOf> {
  return { ...factsOf(file), rates: rates.on(definition.code, payeesOf(definition, offices), file.filedOn ?? '') };
}
