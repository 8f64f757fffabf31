import { ownRates, type LicenceDefinition, type Rates } from '@anuyat/licence-kit';
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

  /**
   * What is charged on a day beside the published rates that hold everywhere: what the office entered before its agency, then what was
   * published as theirs, then what was entered for everybody; of several the newest. A licence is renewed and changed at its type's.
   */
  on(definition: Pick<LicenceDefinition, 'code' | 'lifeOf' | 'changeOf' | 'rates'>, payees: readonly string[], day: string): Rates {
    const licence = definition.lifeOf ?? definition.changeOf ?? definition.code;
    const inForce = this.rates.filter((rate) => rate.licence === licence && rate.effectiveFrom <= day && (rate.effectiveTo === null || rate.effectiveTo >= day));
    const of = (payee: string): Rates => Object.fromEntries(inForce.filter((rate) => rate.payee === payee).toReversed().map(({ item, value }) => [item, value]));
    return Object.assign(of('*'), ownRates(definition, { payees, day }), ...payees.toReversed().map(of)) as Rates;
  }
}

/** Who collects the fee of a licence: the first lane's office, and its agency. */
export function payeesOf({ lanes }: Pick<LicenceDefinition, 'lanes'>, offices: Record<string, Pick<LaneOffice, 'office' | 'agency'>>): string[] {
  const office = offices[lanes[0]?.id ?? ''];
  return office ? [office.office, office.agency] : [];
}

/** The facts of an application with the rates that its office charged on the day of filing. */
export function chargedFacts(rates: RateBook, definition: Pick<LicenceDefinition, 'code' | 'lifeOf' | 'changeOf' | 'lanes' | 'rates'>, offices: Record<string, LaneOffice>, file: CaseFacts): ReturnType<typeof factsOf> {
  return { ...factsOf(file), rates: rates.on(definition, payeesOf(definition, offices), file.filedOn ?? '') };
}
