import { actOf, findText, words } from '../blocks/words';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { GuardRef, Owner, StateConfig, TransitionConfig } from '../definition/machine';
import type { Text } from '../definition/text';

/** A definition's machine as a picture: states to stand in, and the ways between them. */
export interface Diagram {
  /** The lanes, side by side. */
  groups: { id: string; title: Text }[];
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}

export interface DiagramNode {
  /** The state's path, such as `review.health.checking`. */
  id: string;
  title: Text;
  /** The lane that it is in; null before, beside and after the reviews. */
  group: string | null;
  kind: 'start' | 'step' | 'detour' | 'end';
  /** Who has to act there. */
  owner: 'office' | 'applicant' | 'bank' | 'portal' | 'law' | null;
  /** Set where the whole application ends: `issued`, `refused` ... */
  outcome?: string;
}

export interface DiagramEdge {
  from: string;
  to: string;
  title: Text;
  /** It may be taken from every state of the reviews. */
  isFromAnywhere?: true;
}

interface Found {
  path: string;
  config: StateConfig;
  parent: string;
  group: string | null;
}

/** The picture of a machine, read off the definition: nothing in it is known by name. Ways that lead nowhere else are left out. */
export function diagramOf(definition: LicenceDefinition): Diagram {
  const states = statesOf(definition.machine, '', null);
  const first = new Set(entries(states, definition.machine, ''));
  const leaves = states.filter(({ config }) => !config.states);
  const nodes = leaves.map((state): DiagramNode => ({
    id: state.path,
    title: titleOf(definition, state),
    group: state.group,
    kind: state.config.type === 'final' ? 'end' : state.config.meta?.station === 'detour' ? 'detour' : first.has(state.path) ? 'start' : 'step',
    owner: ownerOf(state.config.meta?.owner),
    ...(state.config.meta?.outcome ? { outcome: state.config.meta.outcome } : {}),
  }));
  const groups = [...new Set(leaves.flatMap(({ group }) => (group === null ? [] : [group])))];
  return { groups: groups.map((id) => ({ id, title: findText(definition.texts, `lanes.${id}`) ?? { th: id, en: id } })), nodes, edges: merged(states.flatMap((state) => edgesOf(state, states))) };
}

function statesOf(config: StateConfig, path: string, group: string | null): Found[] {
  return Object.entries(config.states ?? {}).flatMap(([key, child]) => {
    const own = path === '' ? key : `${path}.${key}`;
    const lane = group ?? (config.type === 'parallel' ? key : null);
    return [{ path: own, config: child, parent: path, group: lane }, ...statesOf(child, own, lane)];
  });
}

/** The states that one stands in first, inside of a state. */
function entries(states: readonly Found[], config: StateConfig, path: string): string[] {
  if (!config.states) return [path];
  const children = states.filter(({ parent }) => parent === path);
  const entered = config.type === 'parallel' ? children : children.filter((child) => child.path.endsWith(`${path === '' ? '' : '.'}${config.initial}`) && child.path.slice(path === '' ? 0 : path.length + 1) === config.initial);
  return entered.flatMap((child) => entries(states, child.config, child.path));
}

function edgesOf(state: Found, states: readonly Found[]): DiagramEdge[] {
  const { config } = state;
  const byEvent = Object.entries(config.on ?? {}).flatMap(([event, ways]) => ways.flatMap((way) => edgesTo(state, way, eventTitle(event), states)));
  const always = (config.always ?? []).flatMap((way, at, all) => edgesTo(state, way, guardTitle(way.guard, at, all), states));
  const done = (config.onDone ?? []).flatMap((way, at, all) => edgesTo(state, way, guardTitle(way.guard, at, all), states, true));
  return [...byEvent, ...always, ...done];
}

function edgesTo(state: Found, { target }: TransitionConfig, title: Text, states: readonly Found[], isDone = false): DiagramEdge[] {
  const found = target === undefined ? undefined : find(target, state, states);
  if (!found || found.path === state.path) return [];
  const to = entries(states, found.config, found.path);
  const from = !state.config.states ? [state.path] : isDone ? lastOf(state, states) : [state.path];
  const isFromAnywhere = state.config.states !== undefined && !isDone;
  return from.flatMap((start) => to.map((end) => ({ from: start, to: end, title, ...(isFromAnywhere ? { isFromAnywhere } : {}) })));
}

/** The final states below: from them the whole goes on. */
function lastOf({ path }: Found, states: readonly Found[]): string[] {
  return states.filter((state) => state.path.startsWith(`${path}.`) && state.config.type === 'final').map((state) => state.path);
}

function find(target: string, { path, parent }: Found, states: readonly Found[]): Found | undefined {
  if (target.startsWith('#')) return states.find(({ config }) => config.id === target.slice(1));
  const at = target.startsWith('.') ? `${path}${target}` : parent === '' ? target : `${parent}.${target}`;
  return states.find((state) => state.path === at);
}

/** Several events on one way are told together. */
function merged(edges: DiagramEdge[]): DiagramEdge[] {
  const ways = new Map<string, DiagramEdge[]>();
  for (const edge of edges) ways.set(`${edge.from} ${edge.to}`, [...(ways.get(`${edge.from} ${edge.to}`) ?? []), edge]);
  return [...ways.values()].flatMap((same) => {
    const [first] = same;
    const titles = same.map(({ title }) => title).filter(({ th }, at, all) => th !== '' && all.findIndex((other) => other.th === th) === at);
    return first ? [{ ...first, title: { th: titles.map(({ th }) => th).join(' / '), en: titles.map(({ en }) => en).join(' / ') } }] : [];
  });
}

function titleOf({ texts }: LicenceDefinition, { path, config }: Found): Text {
  const key = config.meta?.label ?? `state.${path.slice(path.lastIndexOf('.') + 1)}`;
  return findText(texts, key) ?? words[key] ?? { th: path, en: path };
}

function eventTitle(event: string): Text {
  return words[`event.${actOf(event)}`] ?? { th: actOf(event), en: actOf(event) };
}

function guardTitle(guard: GuardRef | undefined, at: number, all: readonly TransitionConfig[]): Text {
  if (guard?.type === 'feeIsDue') return { th: 'มีค่าธรรมเนียม', en: 'A fee is due' };
  if (guard) return { th: 'เข้าเงื่อนไข', en: 'The condition is met' };
  if (at > 0 && all[at - 1]?.guard?.type === 'feeIsDue') return { th: 'ไม่มีค่าธรรมเนียม', en: 'No fee is due' };
  return at > 0 ? { th: 'ไม่เข้าเงื่อนไข', en: 'The condition is not met' } : { th: '', en: '' };
}

function ownerOf(owner: Owner | undefined): DiagramNode['owner'] {
  switch (owner) {
    case undefined:
      return null;
    case 'applicant':
    case 'bank':
    case 'portal':
    case 'law':
      return owner;
    default:
      return 'office';
  }
}
