import {
  createActor, setup,
  type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine, type StateValue,
} from 'xstate';
import type { EffectRef, GuardRef, MachineConfig } from '../definition/machine';
import { withWholeTargets } from './whole-targets';
import type { Ruler } from './ruler';

/** One step's outcome as the machine gives it. */
export interface Step {
  snapshot: AnyMachineSnapshot;
  effects: EffectRef[];
}

/**
 * A definition's machine, built once and kept. XState computes the next state; nothing is ever started.
 *
 * XState's own pure `transition()` makes a new inert actor at each call, which costs more than the step itself; here one
 * inert actor scope is reused, since licence machines hold no children. That both give the same is kept by a property test.
 */
export class LicenceMachine {
  private readonly machine: AnyStateMachine;
  private readonly scope: AnyActorScope;
  private collected: EffectRef[] = [];
  private ruler: Ruler | undefined;
  private failure: unknown;

  constructor(config: MachineConfig) {
    this.machine = setup({
      guards: {
        rule: (_, params: GuardRef['params']) => this.says({ type: 'rule', params }),
        feeIsDue: () => this.says({ type: 'feeIsDue', params: {} }),
        not: (_, params: GuardRef['params']) => this.says({ type: 'not', params }),
      },
    }).createMachine(withWholeTargets(config) as never) as unknown as AnyStateMachine;
    const self = createActor(this.machine);
    this.scope = {
      self,
      id: '',
      sessionId: '',
      system: self.system,
      logger: () => undefined,
      defer: () => undefined,
      emit: () => undefined,
      stopChild: () => undefined,
      actionExecutor: (action: { type: string; params: unknown }) => {
        this.collected.push({ type: action.type, params: action.params ?? {} } as EffectRef);
      },
    } as unknown as AnyActorScope;
  }

  open(ruler: Ruler): Step {
    return this.collect(ruler, () => this.machine.getInitialSnapshot(this.scope, undefined));
  }

  advance(snapshot: AnyMachineSnapshot, type: string, ruler: Ruler): Step {
    return this.collect(ruler, () => this.machine.transition(snapshot, { type }, this.scope));
  }

  /** @throws when the value names a state that this machine does not have. */
  restore(value: StateValue): AnyMachineSnapshot {
    return this.machine.resolveState({ value, context: {} });
  }

  private collect(ruler: Ruler, step: () => AnyMachineSnapshot): Step {
    this.ruler = ruler;
    this.collected = [];
    this.failure = undefined;
    try {
      const snapshot = step();
      if (this.failure !== undefined) throw this.failure;
      return { snapshot, effects: this.collected };
    } catch (error) {
      throw this.failure ?? error;
    } finally {
      this.ruler = undefined;
    }
  }

  /**
   * Outside of a step no facts are at hand, and a guarded event counts as possible.
   * XState words a guard's error anew, and at the opening swallows it; the original is kept, so that the caller sees what was thrown.
   */
  private says(guard: GuardRef): boolean {
    try {
      return this.decide(guard);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  private decide(guard: GuardRef): boolean {
    if (!this.ruler) return true;
    switch (guard.type) {
      case 'rule':
        return this.ruler.says(guard.params.rule ?? 'false');
      case 'feeIsDue':
        return this.ruler.saysFeeIsDue();
      case 'not':
        return !this.decide(guard.params.guard ?? { type: 'rule', params: {} });
    }
  }
}
