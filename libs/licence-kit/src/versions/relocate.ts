import type { StateValue } from 'xstate';
import type { Facts } from '../definition/case-answers';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Effect, EffectRef, StateConfig } from '../definition/machine';
import { advanceRuled, machineOf, openRuled, type Advanced, type StoredState } from '../engine/advance';
import { EventNotAccepted } from '../engine/event-not-accepted';
import { FEE_IS_DUE, type Ruler, type Rulings } from '../engine/ruler';
import { statusOf, type Status } from '../engine/status-of';
import { isFeeDue } from '../fees/is-fee-due';
import { holds } from '../feel/holds';
import { canonicalJson } from '../forms/canonical-json';
import { mappedPath, pathsOf, valueAt } from './state-paths';

/** What happened to an application: the event of each history line, and what its rules said. */
export interface LivedStep {
  type: string;
  rulings: Rulings;
}

/** Where an application of one version stands in another. */
export interface Relocated {
  state: StoredState;
  status: Status;
  /** What the new version asks for at once: the work of lanes that are new, the end of that of lanes that are gone. */
  effects: Effect[];
  /** What rules said that nobody had asked before; kept in the history, so that the move replays. */
  rulings: Rulings;
  lanes: { added: string[]; removed: string[]; moved: string[] };
}

/** Why there is no place for it: the event that the new version does not take, or the state that it does not have. */
export type Unplaceable = { why: 'event-not-taken'; step: number; type: string } | { why: 'no-such-state'; path: string } | { why: 'other-stage'; path: string };

/** Answers a rule that the history does not answer; undefined where nobody can. */
export type AskRule = (rule: string) => boolean | undefined;

/** Answers by what a case says now, also whether the version would charge for it. */
export function askOver(after: LicenceDefinition, facts: Facts): AskRule {
  return (rule) => (rule === FEE_IS_DUE ? isFeeDue(after, facts) : holds(rule, facts));
}

/**
 * Finds the place of an application in another version: lives its history again there, and follows the version's `upgrade` where it
 * has one. Pure: the same history, rulings and definitions give the same place.
 */
export function relocate(before: LicenceDefinition, after: LicenceDefinition, state: StoredState, lived: readonly LivedStep[], ask: AskRule): Relocated | Unplaceable {
  const upgrade = after.upgrade?.from.includes(before.version) ? after.upgrade : undefined;
  const rulings: Rulings = {};
  const again = liveAgain(before, after, lived, upgrade?.events ?? {}, ask, rulings);
  const target = upgrade?.states ? upgraded(state, upgrade.states, again.opened) : again.end;
  if (!target) return again.failure ?? { why: 'no-such-state', path: pathsOf(state.value)[0] ?? '' };
  if (!isState(after, target.value)) return { why: 'no-such-state', path: pathsOf(target.value).find((path) => !hasPath(after, path)) ?? pathsOf(target.value)[0] ?? '' };
  if (!upgrade?.states && stageOf(state.value) !== stageOf(target.value)) return { why: 'other-stage', path: stageOf(target.value) };
  const lanes = lanesBetween(state.value, target.value);
  return { state: target, status: statusOf(target.value), effects: effectsOf(before, after, state.value, target.value, lanes), rulings, lanes };
}

/** The outermost state: review, payment, issuing, or an end. */
function stageOf(value: StateValue): string {
  return pathsOf(value)[0]?.split('.')[0] ?? '';
}

interface LivedAgain {
  opened: StoredState | undefined;
  end: StoredState | undefined;
  failure: Unplaceable | undefined;
}

function liveAgain(before: LicenceDefinition, after: LicenceDefinition, lived: readonly LivedStep[], renamed: Readonly<Record<string, string>>, ask: AskRule, asked: Rulings): LivedAgain {
  const isSameFee = canonicalJson(before.fees) === canonicalJson(after.fees);
  let opened: StoredState | undefined;
  let at: Advanced | undefined;
  for (const [step, { type, rulings }] of lived.entries()) {
    const event = Object.hasOwn(renamed, type) ? (renamed[type] as string) : type;
    try {
      const ruler = rulerOver(rulings, isSameFee, ask, asked);
      at = at ? advanceRuled(after, at.state, event, ruler) : openRuled(after, ruler);
      opened ??= at.state;
    } catch (error) {
      if (error instanceof EventNotAccepted || error instanceof NobodyKnows) return { opened, end: undefined, failure: { why: 'event-not-taken', step: step + 1, type } };
      throw error;
    }
  }
  return { opened, end: at?.state, failure: undefined };
}

/** A rule that neither the history nor the facts answer. */
class NobodyKnows extends Error {}

function rulerOver(said: Rulings, isSameFee: boolean, ask: AskRule, asked: Rulings): Ruler {
  const rulings: Rulings = {};
  const decide = (rule: string): boolean => {
    const known = rule === FEE_IS_DUE && !isSameFee ? undefined : said[rule];
    if (known !== undefined) return known;
    const now = asked[rule] ?? ask(rule);
    if (now === undefined) throw new NobodyKnows(`Nobody knows what "${rule}" says.`);
    return (asked[rule] = now);
  };
  return { rulings, says: (rule) => (rulings[rule] ??= decide(rule)), saysFeeIsDue: () => (rulings[FEE_IS_DUE] ??= decide(FEE_IS_DUE)) };
}

/** The old state by the upgrade's words; a lane that it does not speak of begins as it does in a new application. */
function upgraded(state: StoredState, states: Readonly<Record<string, string>>, opened: StoredState | undefined): StoredState | undefined {
  const paths = pathsOf(state.value).map((path) => mappedPath(path, states));
  const isIn = (lane: string) => paths.some((path) => path.startsWith(`${lane}.`));
  const isReviewing = paths.some((path) => path.startsWith('review.'));
  const begun = isReviewing && opened ? pathsOf(opened.value).filter((path) => path.startsWith('review.') && !isIn(path.split('.').slice(0, 2).join('.'))) : [];
  const value = valueAt([...paths, ...begun]);
  return value === undefined ? undefined : { value };
}

/** Whether the version can stand exactly there: every region is told, and no state is unknown. */
function isState(definition: LicenceDefinition, value: StateValue): boolean {
  try {
    return canonicalJson(machineOf(definition).restore(value).value) === canonicalJson(value) && pathsOf(value).every((path) => hasPath(definition, path));
  } catch {
    return false;
  }
}

function hasPath(definition: LicenceDefinition, path: string): boolean {
  return findState(definition, path) !== undefined;
}

function findState({ machine }: LicenceDefinition, path: string): StateConfig | undefined {
  return path.split('.').reduce((at: StateConfig | undefined, key) => (at?.states && Object.hasOwn(at.states, key) ? at.states[key] : undefined), machine);
}

/** The state of each lane, and of the whole under its own name. */
function places(value: StateValue): Map<string, string> {
  return new Map(pathsOf(value).map((path) => (path.startsWith('review.') ? [path.split('.')[1] ?? '', path] : ['', path])));
}

function lanesBetween(before: StateValue, after: StateValue): Relocated['lanes'] {
  const [old, now] = [places(before), places(after)];
  const shared = [...now.keys()].filter((lane) => old.has(lane));
  return {
    added: [...now.keys()].filter((lane) => lane !== '' && !old.has(lane)),
    removed: [...old.keys()].filter((lane) => lane !== '' && !now.has(lane)),
    moved: shared.filter((lane) => old.get(lane) !== now.get(lane)),
  };
}

function effectsOf(before: LicenceDefinition, after: LicenceDefinition, from: StateValue, to: StateValue, { added, removed, moved }: Relocated['lanes']): Effect[] {
  const [old, now] = [places(from), places(to)];
  const stopped = [...removed, ...moved].flatMap((lane) => {
    const kept = new Set(clocksIn(after, lane).map(nameOfClock));
    return [...new Set(clocksIn(before, lane).map(nameOfClock))].filter((name) => removed.includes(lane) || !kept.has(name)).map((name): EffectRef => ({ type: 'stopClock', params: { name } }));
  });
  const closed = [...removed, ...moved].filter((lane) => lane !== '' && !asksForReview(findState(after, now.get(lane) ?? ''))).map((lane): EffectRef => ({ type: 'closeReview', params: { lane } }));
  const entered = [...moved, ...added, ...(now.has('') && !old.has('') ? [''] : [])];
  const begun = entered.flatMap((lane) => [...entryOf(after, now.get(lane) ?? ''), ...(added.includes(lane) ? missingClock(after, lane, now.get(lane) ?? '') : [])]);
  return [...stopped, ...closed.filter(({ params }) => !begun.some((effect) => effect.type === 'closeReview' && effect.params['lane'] === params['lane'])), ...begun] as unknown as Effect[];
}

function clocksIn({ machine }: LicenceDefinition, lane: string): EffectRef[] {
  return Object.values(machine.states?.['review']?.states?.[lane]?.states ?? {}).flatMap((state) => (state.entry ?? []).filter(({ type }) => type === 'startClock'));
}

function nameOfClock({ params }: EffectRef): string {
  return String(params['name']);
}

/** An office that takes a lane over in the middle has its time from now, though the clock starts with an earlier state. */
function missingClock(definition: LicenceDefinition, lane: string, path: string): EffectRef[] {
  const state = findState(definition, path);
  const hasOwn = (state?.entry ?? []).some(({ type }) => type === 'startClock');
  const due = clocksIn(definition, lane).find((clock) => nameOfClock(clock) === `${lane}.due`);
  return due && !hasOwn && state?.meta?.owner === `office:${lane}` ? [due] : [];
}

function asksForReview(state: StateConfig | undefined): boolean {
  return (state?.entry ?? []).some(({ type }) => type === 'requestReview');
}

/** What entering the state, and every state around it below its lane, asks for. */
function entryOf(definition: LicenceDefinition, path: string): EffectRef[] {
  const keys = path.split('.');
  return keys.flatMap((_, at) => findState(definition, keys.slice(0, at + 1).join('.'))?.entry ?? []);
}
