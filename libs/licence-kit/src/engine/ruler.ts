import type { LicenceDefinition } from '../definition/licence-definition';
import type { Facts } from '../definition/case-answers';
import { holds } from '../feel/holds';
import { isFeeDue } from '../fees/is-fee-due';

/** What the rules of one step said, by rule; kept in the history so that a replay needs no answers. */
export type Rulings = Record<string, boolean>;

/** The name under which the fee guard's outcome is kept among the rulings. */
export const FEE_IS_DUE = 'fee is due';

/** Answers the guards of one step and remembers what it answered. */
export interface Ruler {
  says(rule: string): boolean;
  saysFeeIsDue(): boolean;
  readonly rulings: Rulings;
}

/** Facts, or how to come by them: most steps ask no rule, and then they are not read. */
export type FactsSource = Facts | (() => Facts);

/** Decides by the facts of the case. */
export function rulerOverFacts(definition: LicenceDefinition, source: FactsSource): Ruler {
  const facts = (): Facts => (typeof source === 'function' ? (source as () => Facts)() : source);
  return remembering(
    (rule) => holds(rule, facts()),
    () => isFeeDue(definition, facts()),
  );
}

/**
 * Decides as an earlier step decided.
 * @throws when the step asks for a rule that was not asked then: definition and history do not belong together.
 */
export function rulerOverRulings(rulings: Rulings): Ruler {
  const recall = (rule: string): boolean => {
    const said = rulings[rule];
    if (said === undefined) throw new Error(`The history holds no ruling on "${rule}".`);
    return said;
  };
  return remembering(recall, () => recall(FEE_IS_DUE));
}

function remembering(decide: (rule: string) => boolean, decideFee: () => boolean): Ruler {
  const rulings: Rulings = {};
  return {
    rulings,
    says: (rule) => (rulings[rule] ??= decide(rule)),
    saysFeeIsDue: () => (rulings[FEE_IS_DUE] ??= decideFee()),
  };
}
