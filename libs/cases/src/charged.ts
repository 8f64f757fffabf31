import type { Place } from '@anuyat/dictionary/reference';
import { withRates, type Facts, type LicenceDefinition } from '@anuyat/licence-kit';
import type { RateBook } from '@anuyat/registrar';
import { officeOf } from './placing';

/** The facts that a licence's fees are worked out from: with the rates that the office of this place charges on the day, or the published ones. */
export function chargedHere(definition: LicenceDefinition, facts: Facts, { rates, place, filedOn }: { rates: Pick<RateBook, 'on'>; place: Place | undefined; filedOn: string }): Facts {
  const [first] = definition.lanes;
  const office = place && first ? officeOf(first, place, filedOn).office : undefined;
  return withRates(definition, { ...facts, rates: rates.on(definition, office ? [office.code, office.agency.code] : [], filedOn) });
}
