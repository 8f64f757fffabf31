/** The step asks a rule after all, and the facts were not read. */
export class FactsNeeded extends Error {}

/** One for all: it is caught at once and its stack is never read, while making one for each event would cost more than the step. */
const factsNeeded = new FactsNeeded('The facts were not read.');

/** Most events ask no rule, so the answers are read only when one does: the first try runs with these. */
export function factsNotRead(): never {
  throw factsNeeded;
}
