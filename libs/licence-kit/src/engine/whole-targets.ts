import type { MachineConfig, StateConfig, TransitionConfig } from '../definition/machine';

/** A state as XState takes it: a transition may lead into several lanes at once. */
interface WholeTransition extends Omit<TransitionConfig, 'target' | 'elsewhere'> {
  target?: string | string[];
}

/**
 * Writes out where the other lanes begin when a transition leads into one of several side by side (`elsewhere`). Only the machine's
 * outermost states lead so: `review.desk.reviewing` with `elsewhere: "stood"` also enters `review.vault.stood`.
 */
export function withWholeTargets(machine: MachineConfig): MachineConfig {
  const states = Object.entries(machine.states ?? {}).map(([name, state]): [string, StateConfig] => {
    const on = Object.entries(state.on ?? {}).map(([event, ways]) => [event, ways.map((way) => whole(way, machine))] as const);
    return [name, state.on ? { ...state, on: Object.fromEntries(on) as NonNullable<StateConfig['on']> } : state];
  });
  return { ...machine, ...(machine.states ? { states: Object.fromEntries(states) } : {}) };
}

/** Where the other lanes begin: the paths from the top of the machine. */
export function placesElsewhere({ target, elsewhere }: Pick<TransitionConfig, 'target' | 'elsewhere'>, machine: Pick<StateConfig, 'states'>): string[] {
  const [crossing = '', lane] = target?.split('.') ?? [];
  if (elsewhere === undefined || lane === undefined) return [];
  const lanes = Object.entries(machine.states?.[crossing]?.states ?? {});
  return lanes.filter(([id, { states }]) => id !== lane && states?.[elsewhere]).map(([id]) => `${crossing}.${id}.${elsewhere}`);
}

function whole(way: TransitionConfig, machine: MachineConfig): TransitionConfig {
  const { elsewhere, ...plain } = way;
  if (elsewhere === undefined || way.target === undefined) return way;
  return { ...plain, target: [way.target, ...placesElsewhere(way, machine)] } satisfies WholeTransition as unknown as TransitionConfig;
}
