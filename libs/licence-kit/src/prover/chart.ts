import type { EffectRef, GuardRef, MachineConfig, StateConfig, TransitionConfig } from '../definition/machine';
import { FEE_IS_DUE } from '../engine/ruler';

/** A state, by its path from the top: `review.desk.checking`; the top's own path is empty. */
export interface Place {
  path: string;
  key: string;
  config: StateConfig;
  parent: Place | undefined;
  children: Place[];
  moves: Move[];
}

/** One transition of a place. */
export interface Move {
  at: number;
  from: Place;
  /** The event's type; undefined for what happens by itself. */
  event: string | undefined;
  isJoin: boolean;
  config: TransitionConfig;
}

/** A machine's states and transitions as the prover walks them. */
export interface Chart {
  top: Place;
  places: ReadonlyMap<string, Place>;
  moves: readonly Move[];
  /** All effects that the machine names, with the place that names them. */
  effects: readonly { place: Place; effect: EffectRef }[];
}

export function chartOf(machine: MachineConfig): Chart {
  const places = new Map<string, Place>();
  const moves: Move[] = [];
  const add = (config: StateConfig, key: string, parent: Place | undefined): Place => {
    const path = parent?.path ? `${parent.path}.${key}` : parent ? key : '';
    const place: Place = { path, key, config, parent, children: [], moves: [] };
    places.set(path, place);
    const move = (transitions: readonly TransitionConfig[] | undefined, event: string | undefined, isJoin: boolean): void => {
      for (const transition of transitions ?? []) {
        const made = { at: moves.length, from: place, event, isJoin, config: transition };
        moves.push(made);
        place.moves.push(made);
      }
    };
    for (const [event, transitions] of Object.entries(config.on ?? {})) move(transitions, event, false);
    move(config.always, undefined, false);
    move(config.onDone, undefined, true);
    place.children = Object.entries(config.states ?? {}).map(([name, child]) => add(child, name, place));
    return place;
  };
  const top = add(machine, machine.id, undefined);
  return { top, places, moves, effects: [...places.values()].flatMap(effectsAt) };
}

/** A place and all around it, the innermost first. */
export function withAncestors(place: Place): Place[] {
  return place.parent ? [place, ...withAncestors(place.parent)] : [place];
}

/** The place that a transition leads to: `#id`, a place beside its own, or `.child`; undefined where there is none. */
export function findTarget(chart: Chart, { from, config: { target } }: Move): Place | undefined {
  if (target === undefined) return from;
  if (target.startsWith('#')) return findById(chart, target.slice(1));
  const base = target.startsWith('.') ? from : from.parent;
  return (target.startsWith('.') ? target.slice(1) : target)
    .split('.')
    .reduce((place: Place | undefined, key) => place?.children.find((child) => child.key === key), base);
}

function findById(chart: Chart, name: string): Place | undefined {
  const topId = chart.top.key;
  for (const place of chart.places.values()) {
    const ids = [place.config.id, place.path ? `${topId}.${place.path}` : topId];
    for (const id of ids) {
      if (id === undefined) continue;
      if (name === id) return place;
      if (!name.startsWith(`${id}.`)) continue;
      const below = name.slice(id.length + 1).split('.').reduce((at: Place | undefined, key) => at?.children.find((child) => child.key === key), place);
      if (below) return below;
    }
  }
  return undefined;
}

/** The place and those that are entered with it. */
export function enteredWith(place: Place): Place[] {
  if (place.config.type === 'parallel') return [place, ...place.children.flatMap(enteredWith)];
  const first = place.children.find(({ key }) => key === place.config.initial);
  return first ? [place, ...enteredWith(first)] : [place];
}

/** What a guard asks: rules, and whether a fee is due. */
export function askedBy(guard: GuardRef | undefined): string[] {
  if (!guard) return [];
  switch (guard.type) {
    case 'rule':
      return guard.params.rule === undefined ? [] : [guard.params.rule];
    case 'feeIsDue':
      return [FEE_IS_DUE];
    case 'not':
      return askedBy(guard.params.guard);
  }
}

function effectsAt(place: Place): { place: Place; effect: EffectRef }[] {
  const { entry = [], exit = [] } = place.config;
  return [...entry, ...exit, ...place.moves.flatMap(({ config }) => config.actions ?? [])].map((effect) => ({ place, effect }));
}
