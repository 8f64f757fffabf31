import type { Facts } from '@anuyat/licence-kit';

/** The step asks a rule after all, and the facts were not read. */
export class FactsNeeded extends Error {}

/** Most events ask no rule, so the answers are read only when one does: the first try runs with these. */
export function factsNotRead(): Facts {
  throw new FactsNeeded();
}
