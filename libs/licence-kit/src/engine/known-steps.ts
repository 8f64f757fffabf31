import type { Advanced } from './advance';

const STEPS_KEPT = 2_000;

/**
 * Steps of one definition that were computed before. A step that asked no rule depends on the state and the event alone, so it is
 * the same for every application: XState computes it once. Steps that asked a rule are not kept. The oldest goes when it is full.
 */
export class KnownSteps {
  private readonly steps = new Map<string, Advanced>();

  find(state: unknown, type: string): Advanced | undefined {
    return this.steps.get(nameOf(state, type));
  }

  keep(state: unknown, type: string, step: Advanced): void {
    if (Object.keys(step.rulings).length > 0) return;
    if (this.steps.size >= STEPS_KEPT) this.steps.delete(this.steps.keys().next().value ?? '');
    this.steps.set(nameOf(state, type), frozen(step));
  }
}

function nameOf(state: unknown, type: string): string {
  return `${type} ${JSON.stringify(state)}`;
}

/** Many applications share a kept step: a change to it must fail. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
