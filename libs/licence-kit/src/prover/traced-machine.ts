import type { EffectRef, MachineConfig, StateConfig, TransitionConfig } from '../definition/machine';
import { LicenceMachine } from '../engine/licence-machine';

/** What a step of a traced machine tells besides its effects, in the order in which it happened. */
export type Trace = { kind: 'entered'; path: string } | { kind: 'moved'; move: number } | { kind: 'effect'; effect: EffectRef };

const ENTERED = '@entered';
const MOVED = '@moved';

/**
 * The engine's own machine, which also tells each place that it enters and each transition that it takes: also those
 * that it only passes through, which no snapshot shows. Transitions are numbered as the chart numbers them.
 */
export function tracedMachine(machine: MachineConfig): LicenceMachine {
  let moves = 0;
  const trace = (config: StateConfig, path: string): StateConfig => {
    const mark = (transitions: TransitionConfig[]): TransitionConfig[] =>
      transitions.map((transition) => ({ ...transition, actions: [marker(MOVED, { move: moves++ }), ...(transition.actions ?? [])] }));
    const on = config.on && Object.fromEntries(Object.entries(config.on).map(([event, transitions]) => [event, mark(transitions)]));
    const always = config.always && mark(config.always);
    const onDone = config.onDone && mark(config.onDone);
    const states = config.states && Object.fromEntries(Object.entries(config.states).map(([key, child]) => [key, trace(child, path ? `${path}.${key}` : key)]));
    return {
      ...config,
      entry: [marker(ENTERED, { path }), ...(config.entry ?? [])],
      ...(on ? { on } : {}),
      ...(always ? { always } : {}),
      ...(onDone ? { onDone } : {}),
      ...(states ? { states } : {}),
    };
  };
  return new LicenceMachine({ ...trace(machine, ''), id: machine.id });
}

export function traceOf(effects: readonly EffectRef[]): Trace[] {
  return effects.map((effect): Trace => {
    switch (effect.type as string) {
      case ENTERED:
        return { kind: 'entered', path: String(effect.params['path']) };
      case MOVED:
        return { kind: 'moved', move: Number(effect.params['move']) };
      default:
        return { kind: 'effect', effect };
    }
  });
}

function marker(type: string, params: Record<string, unknown>): EffectRef {
  return { type, params } as unknown as EffectRef;
}
