import type { Advanced } from './advance';
import { FEE_IS_DUE, type Ruler } from './ruler';

const SITUATIONS_KEPT = 2_000;

/**
 * Steps of one definition that were computed before. A step depends on the state, the event and what the rules that it asks say, and on
 * nothing else, so it is the same for every application: XState computes it once. The oldest goes when it is full.
 */
export class KnownSteps {
  private readonly steps = new Map<string, Advanced[]>();

  /** Asks the rules that a known step asked, in its order and no further than they say the same: those the machine would ask too. */
  find(state: unknown, type: string, ruler: Ruler): Advanced | undefined {
    return this.steps.get(nameOf(state, type))?.find(({ rulings }) => Object.entries(rulings).every(([rule, said]) => ask(ruler, rule) === said));
  }

  keep(state: unknown, type: string, step: Advanced): void {
    const name = nameOf(state, type);
    const known = this.steps.get(name);
    if (known) {
      known.push(frozen(step));
      return;
    }
    if (this.steps.size >= SITUATIONS_KEPT) this.steps.delete(this.steps.keys().next().value ?? '');
    this.steps.set(name, [frozen(step)]);
  }
}

function ask(ruler: Ruler, rule: string): boolean {
  return rule === FEE_IS_DUE ? ruler.saysFeeIsDue() : ruler.says(rule);
}

function nameOf(state: unknown, type: string): string {
  return `${type} ${JSON.stringify(state)}`;
}

/** Many applications share a kept step: a change to it must fail. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
