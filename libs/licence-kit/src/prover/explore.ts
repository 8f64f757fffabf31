import type { AnyMachineSnapshot, StateValue } from 'xstate';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { EffectRef } from '../definition/machine';
import type { LicenceMachine, Step } from '../engine/licence-machine';
import { FEE_IS_DUE, type Ruler, type Rulings } from '../engine/ruler';
import { canonicalJson } from '../forms/canonical-json';
import { chartOf, askedBy, withAncestors, type Chart, type Place } from './chart';
import { Bookkeeper, emptyLedger, type IssueFaults, type Ledger } from './ledger';
import { rulesAhead } from './rules-ahead';
import { laneOf } from './story';
import { traceOf, tracedMachine, type Trace } from './traced-machine';
import { Unknowns } from './unknowns';

/** Where an application may stand, with what became of it on the way. */
export interface Situation {
  at: number;
  value: StateValue;
  /** The innermost places that it is in. */
  leaves: readonly Place[];
  ledger: Ledger;
  isEnded: boolean;
  /** The step that first led here. */
  via: Happening;
}

/** One step: the opening, an event, or, without one, that the rules fall so that an event is not taken. */
export interface Happening {
  from: Situation | undefined;
  event: string | undefined;
  /** What rules were asked anew, and what they said. */
  ruled: Rulings;
  to: Situation;
  /** What it asked the portal to do, in order. */
  effects: readonly EffectRef[];
  /** Paths of the places that it entered, if only for a moment. */
  entered: readonly string[];
  issue?: IssueFaults;
}

export interface Exploration {
  chart: Chart;
  situations: readonly Situation[];
  happenings: readonly Happening[];
  /** Paths of all places that were entered, if only for a moment. */
  entered: ReadonlySet<string>;
  /** Happenings that took a join, by the path of the place that joins. */
  joined: ReadonlyMap<string, readonly Happening[]>;
  /** Whether there were more situations than are looked at. */
  isCutShort: boolean;
}

const MOST_SITUATIONS = 200_000;

interface Waiting {
  situation: Situation;
  ruled: Rulings;
}

/** One way in which a step can go; `anew` holds the rulings that were made in it. */
interface Way {
  step: Step;
  ruled: Rulings;
  anew: Rulings;
}

/**
 * Walks every situation that a definition can come into, by the engine's own machine. A rule that is asked falls every way
 * that is still possible, and keeps to it until an event carries answers: also where it falls so that nothing happens.
 */
export function explore(definition: LicenceDefinition, most = MOST_SITUATIONS): Exploration {
  return new Explorer(definition).walk(most);
}

class Explorer {
  private readonly chart: Chart;
  private readonly machine: LicenceMachine;
  private readonly unknowns: Unknowns;
  private readonly bookkeeper: Bookkeeper;
  private readonly ahead: (leaves: readonly Place[]) => ReadonlySet<string>;
  private readonly known = new Map<string, Situation>();
  private readonly waiting: Waiting[] = [];
  private readonly situations: Situation[] = [];
  private readonly happenings: Happening[] = [];
  private readonly entered = new Set<string>();
  private readonly joined = new Map<string, Happening[]>();

  constructor(private readonly definition: LicenceDefinition) {
    this.chart = chartOf(definition.machine);
    this.machine = tracedMachine(definition.machine);
    this.unknowns = new Unknowns(definition, [
      ...this.chart.moves.flatMap(({ config }) => askedBy(config.guard)),
      ...definition.lanes.flatMap(({ when }) => when ?? []),
    ]);
    const issued = [...this.chart.places.values()].filter(({ config }) => config.meta?.outcome === 'issued').map(({ path }) => path);
    const laneEnds = [...this.chart.places.values()].filter(({ config }) => config.type === 'final').flatMap((place): [string, string][] => {
      const lane = laneOf(definition, place);
      return lane === undefined ? [] : [[place.path, lane]];
    });
    this.bookkeeper = new Bookkeeper(definition, new Set(issued), new Map(laneEnds), this.unknowns.possible(FEE_IS_DUE, {}).includes(true));
    this.ahead = rulesAhead(this.chart);
  }

  walk(most: number): Exploration {
    for (const way of this.everyWay({}, (ruler) => this.machine.open(ruler))) this.arrive(undefined, undefined, way);
    for (let at = 0; at < this.waiting.length && this.situations.length < most; at += 1) this.leave(this.waiting[at] as Waiting);
    const { chart, situations, happenings, entered, joined } = this;
    return { chart, situations, happenings, entered, joined, isCutShort: situations.length >= most };
  }

  private leave({ situation, ruled }: Waiting): void {
    if (situation.isEnded) return;
    const snapshot = this.machine.restore(situation.value);
    for (const event of eventsTaken(situation.leaves)) {
      const start = this.asksAnew(event) ? {} : ruled;
      for (const way of this.everyWay(start, (ruler) => this.machine.advance(snapshot, event, ruler))) {
        this.arrive(situation, event, way);
      }
    }
  }

  /** Whether rules fall anew with an event: new answers, or what they bring about. Where it is not taken, nothing has happened. */
  private asksAnew(event: string | undefined): boolean {
    const rule = this.definition.events[event ?? ''];
    return rule?.carriesAnswers === true || rule?.followsCorrection === true;
  }

  /** Runs a step once for every way in which the rules that it asks can fall. */
  private everyWay(before: Rulings, run: (ruler: Ruler) => Step): Way[] {
    const ways: Way[] = [];
    const open: Rulings[] = [before];
    for (let start = open.pop(); start; start = open.pop()) {
      const ruler = new ChoosingRuler(this.unknowns, start, open);
      const step = run(ruler);
      const anew = Object.fromEntries(Object.entries(ruler.rulings).filter(([rule]) => before[rule] === undefined));
      ways.push({ step, ruled: ruler.rulings, anew });
    }
    return ways;
  }

  private arrive(from: Situation | undefined, event: string | undefined, { step: { snapshot, effects }, ruled, anew }: Way): void {
    const traces = traceOf(effects);
    const isRefused = from !== undefined && traces.length === 0;
    if (isRefused && (Object.keys(anew).length === 0 || this.asksAnew(event))) return;
    const leaves = leavesOf(this.chart.top, snapshot.value as StateValue);
    const { ledger, issue } = this.bookkeeper.after(from?.ledger ?? emptyLedger, event, traces, ruled);
    const isEnded = (snapshot as AnyMachineSnapshot).status === 'done';
    const kept = isEnded ? {} : only(ruled, this.ahead(leaves));
    const key = `${leaves.map(({ path }) => path).join(' ')}|${canonicalJson(kept)}|${canonicalJson(ledger)}`;
    const found = this.known.get(key);
    if (isRefused && found === from) return;
    const happening: Happening = {
      from,
      event: isRefused ? undefined : event,
      ruled: anew,
      to: found as Situation,
      effects: traces.flatMap((trace) => (trace.kind === 'effect' ? [trace.effect] : [])),
      entered: traces.flatMap((trace) => (trace.kind === 'entered' ? [trace.path] : [])),
      ...(issue ? { issue } : {}),
    };
    if (!found) {
      const situation: Situation = { at: this.situations.length, value: snapshot.value as StateValue, leaves, ledger, isEnded, via: happening };
      happening.to = situation;
      this.known.set(key, situation);
      this.situations.push(situation);
      this.waiting.push({ situation, ruled: kept });
    }
    this.happenings.push(happening);
    this.remember(traces, happening);
  }

  private remember(traces: readonly Trace[], happening: Happening): void {
    for (const trace of traces) {
      if (trace.kind === 'entered') this.entered.add(trace.path);
      const move = trace.kind === 'moved' ? this.chart.moves[trace.move] : undefined;
      if (!move?.isJoin) continue;
      const happenings = this.joined.get(move.from.path) ?? [];
      happenings.push(happening);
      this.joined.set(move.from.path, happenings);
    }
  }
}

/** Answers a rule in the first way that is possible and notes the others, to be walked later. */
class ChoosingRuler implements Ruler {
  readonly rulings: Rulings;

  constructor(
    private readonly unknowns: Unknowns,
    start: Rulings,
    private readonly others: Rulings[],
  ) {
    this.rulings = { ...start };
  }

  says(rule: string): boolean {
    const said = this.rulings[rule];
    if (said !== undefined) return said;
    const [first = false, ...rest] = this.unknowns.possible(rule, this.rulings);
    for (const other of rest) this.others.push({ ...this.rulings, [rule]: other });
    this.rulings[rule] = first;
    return first;
  }

  saysFeeIsDue(): boolean {
    return this.says(FEE_IS_DUE);
  }
}

/** Types of the events that some place around the leaves listens to. */
export function eventsTaken(leaves: readonly Place[]): string[] {
  return [...new Set(leaves.flatMap(withAncestors).flatMap(({ config }) => Object.keys(config.on ?? {})))];
}

function leavesOf(place: Place, value: StateValue | undefined): Place[] {
  if (value === undefined) return [place];
  const below = typeof value === 'string' ? { [value]: undefined } : value;
  const inside = place.children.filter(({ key }) => Object.hasOwn(below, key));
  return inside.length === 0 ? [place] : inside.flatMap((child) => leavesOf(child, below[child.key]));
}

function only(ruled: Rulings, rules: ReadonlySet<string>): Rulings {
  return Object.fromEntries(Object.entries(ruled).filter(([rule]) => rules.has(rule)));
}
