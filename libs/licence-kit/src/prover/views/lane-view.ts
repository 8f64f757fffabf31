import type { EventRule, LicenceDefinition } from '../../definition/licence-definition';
import type { MachineConfig, StateConfig, TransitionConfig } from '../../definition/machine';
import { findTarget, withAncestors, type Chart, type Place } from '../chart';
import { leavesItsRegion, regionOf, type Crossing } from './separable';
import { STOOD } from '../../blocks/lane/standing-verdict';
import { OTHERS, OTHERS_ANSWERED, OTHERS_END, OTHERS_FINISHED } from './environment';

/**
 * A definition as one of its lanes sees it: this lane whole, and for all others one that may at any time finish, bring new
 * answers, or end the application wherever one of them can. Whatever the lane can meet beside the others, it meets here too.
 */
export function laneView(definition: LicenceDefinition, chart: Chart, crossing: Crossing, lane: Place): LicenceDefinition {
  const isElsewhere = (place: Place): boolean => ![undefined, lane].includes(regionOf(crossing, place));
  const exits = exitsOf(chart, crossing, isElsewhere);
  const answers = chart.moves.some(({ from, event }) => event !== undefined && isElsewhere(from) && definition.events[event]?.carriesAnswers);
  return {
    ...definition,
    lanes: definition.lanes.filter(({ id }) => id === lane.key),
    events: { ...definition.events, ...assumedEvents(exits.length) },
    machine: withRegions(definition.machine, crossing, { [lane.key]: lane.config, [OTHERS]: others(exits, answers) }, (region) => (region === lane.key ? undefined : [OTHERS, 'busy'])),
  };
}

/**
 * The definition with every lane shrunk to whether it is needed: its review is one step. Every combination of lanes, rules and fee
 * is met here at once, with all that happens after the lanes have come together.
 */
export function outline(definition: LicenceDefinition, chart: Chart, crossing: Crossing): LicenceDefinition {
  const exits = exitsOf(chart, crossing, (place) => regionOf(crossing, place) !== undefined);
  const shrunk = crossing.regions.map(({ key }): [string, StateConfig] => {
    const when = definition.lanes.find(({ id }) => id === key)?.when;
    const states = { waiting: { on: { [OTHERS_FINISHED]: [{ target: 'done' }] } }, done: { type: 'final' as const } };
    if (when === undefined) return [key, { initial: 'waiting', states: { ...states, [STOOD]: { type: 'final' } } }];
    const gate = { always: [{ guard: { type: 'rule' as const, params: { rule: when } }, target: 'waiting' }, { target: 'spared' }] };
    return [key, { initial: 'gate', states: { gate, ...states, [STOOD]: { type: 'final' }, spared: { type: 'final' } } }];
  });
  const leaving: StateConfig = { initial: 'waiting', states: { waiting: { on: { [OTHERS_FINISHED]: [{ target: 'done' }], ...exitEvents(exits) } }, done: { type: 'final' }, [STOOD]: { type: 'final' } } };
  return {
    ...definition,
    events: { ...definition.events, ...assumedEvents(exits.length) },
    machine: withRegions(definition.machine, crossing, { ...Object.fromEntries(shrunk), [OTHERS]: leaving }, (region) => [region, 'waiting']),
  };
}

function others(exits: readonly TransitionConfig[], answers: boolean): StateConfig {
  const on = { [OTHERS_FINISHED]: [{ target: 'done' }], ...(answers ? { [OTHERS_ANSWERED]: [{}] } : {}), ...exitEvents(exits) };
  return { initial: 'busy', states: { busy: { on }, done: { type: 'final' }, [STOOD]: { type: 'final' } } };
}

function exitEvents(exits: readonly TransitionConfig[]): Record<string, TransitionConfig[]> {
  return Object.fromEntries(exits.map((exit, at) => [`${OTHERS_END}.${at}`, [exit]]));
}

function assumedEvents(exits: number): Record<string, EventRule> {
  const ends = Array.from({ length: exits }, (_, at): [string, EventRule] => [`${OTHERS_END}.${at}`, { by: 'portal' }]);
  return { [OTHERS_FINISHED]: { by: 'portal' }, [OTHERS_ANSWERED]: { by: 'portal', carriesAnswers: true }, ...Object.fromEntries(ends) };
}

/** Each way in which some of the lanes can leave the others behind. */
function exitsOf(chart: Chart, crossing: Crossing, isMeant: (place: Place) => boolean): TransitionConfig[] {
  const ways = chart.moves.filter((move) => isMeant(move.from) && leavesItsRegion(chart, crossing, move)).map((move): TransitionConfig => {
    const target = findTarget(chart, move) as Place;
    const { actions } = move.config;
    return { target: `#${target.config.id ?? `${chart.top.key}.${target.path}`}`, ...(actions ? { actions } : {}) };
  });
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()];
}

/**
 * @param instead where a way from outside leads that led into a region of before: the region and its state; undefined where it stays as it is.
 */
function withRegions(machine: MachineConfig, { place }: Crossing, states: Record<string, StateConfig>, instead: (region: string) => [string, string] | undefined): MachineConfig {
  const keys = withAncestors(place).map(({ key }) => key).reverse().slice(1);
  const replaced = (config: StateConfig, [key, ...below]: readonly string[]): StateConfig =>
    key === undefined ? { ...config, states } : { ...config, states: { ...config.states, [key]: replaced(config.states?.[key] as StateConfig, below) } };
  const redirected = (way: TransitionConfig): TransitionConfig => {
    const [crossing, region] = way.target?.split('.') ?? [];
    const other = region !== undefined && crossing === keys.join('.') ? instead(region) : undefined;
    return other ? { ...way, target: [crossing, ...other].join('.') } : way;
  };
  const whole = { ...replaced(machine, keys), id: machine.id };
  const outermost = Object.entries(whole.states ?? {}).map(([name, state]): [string, StateConfig] =>
    [name, state.on ? { ...state, on: Object.fromEntries(Object.entries(state.on).map(([event, ways]) => [event, ways.map(redirected)])) } : state]);
  return { ...whole, states: Object.fromEntries(outermost) };
}
