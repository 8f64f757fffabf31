import { actOf } from '../../../blocks/words';
import type { LicenceDefinition } from '../../../definition/licence-definition';
import { chartOf, findTarget, withAncestors, type Move, type Place } from '../../chart';
import { isGivenUp } from '../../gives-up';
import { isLive } from '../../promises/no-task-after-its-lane';
import { laneOf } from '../../story';
import { and, Names, or } from './names';
import { choice, Steps } from './steps';

/**
 * A definition as a Promela model for the model checker Spin: the statechart as guarded steps, every rule as an unknown that falls
 * anew with each answer, and what became of tasks, clocks, fee and verdicts. What may not happen is asserted; `always_ends`
 * claims that everybody who goes on comes to an end (`forward`: from some moment on nobody withdraws, corrects, or sends a proposal back, and
 * nothing is done that changes nothing);
 * `never_joins` is there to be refuted: some application has all its lanes done.
 * @throws where two lanes would leave on the same event, which the model cannot say.
 */
export function toPromela(definition: LicenceDefinition): string {
  return new Model(definition).text();
}

class Model {
  private readonly names: Names;
  private readonly steps: Steps;

  constructor(private readonly definition: LicenceDefinition) {
    this.names = new Names(definition, chartOf(definition.machine));
    this.steps = new Steps(this.names);
  }

  text(): string {
    const { code, version, events } = this.definition;
    const options = Object.keys(events).flatMap((event) => this.option(event));
    return `${[
      `/* ${code}, version ${version}: generated from its definition. Check with: spin -a MODEL; cc -o pan pan.c; ./pan -a */`,
      ...this.names.ruleTexts.map((rule, at) => `/* rule_${at}: ${rule.replaceAll('*/', '* /')} */`),
      ...this.declarations(),
      `#define ended ${this.names.isDone(this.names.chart.top)}`,
      'ltl always_ends { [] (forward -> <> ended) }',
      'ltl never_joins { [] !joined }',
      'inline fall() {',
      ...this.names.groups.map(({ rules, outcomes }) => `  if ${outcomes.map((outcome) => `:: ${rules.map((rule, at) => `${this.names.rule(rule)} = ${outcome[at] ? 1 : 0}`).join('; ')}`).join(' ')} fi;`),
      '  skip',
      '}',
      'init {',
      '  atomic {',
      '    fall();',
      `    ${together(this.steps.enter(this.names.chart.top))};`,
      '    goto settle',
      '  };',
      'wait:',
      '  if',
      ...options,
      '  :: atomic { !forward && !ended -> forward = 1; goto wait }',
      '  :: ended -> goto done',
      '  fi;',
      ...this.settling(),
      'done:',
      '  skip',
      '}',
    ].join('\n')}\n`;
  }

  private declarations(): string[] {
    const { names } = this;
    const withChildren = [...names.chart.places.values()].filter(({ children, config }) => children.length > 0 && config.type !== 'parallel');
    return [
      'bit forward; bit fresh; bit joined; bit fee_due; bit paid; bit billed;',
      'hidden byte unpaid; hidden byte unreviewed; hidden byte over_a_refusal; hidden byte left_open; hidden byte billed_for_nothing; hidden byte task_of_a_done_lane;',
      ...withChildren.map((place) => `byte ${names.at(place)}; /* ${place.children.map((child) => `${names.numberOf(child)} ${child.key}`).join(', ')} */`),
      ...names.ruleTexts.map((_, at) => `bit rule_${at};`),
      ...names.lanes.map((lane) => `bit ${names.of('task', lane)}; bit ${names.of('question', lane)}; bit ${names.of('spared', lane)}; byte ${names.of('verdict', lane)}; /* 1 approved, 2 refused, 3 by silence */`),
      ...names.clocks.map((clock) => `bit ${names.clock(clock)}; /* ${clock} */`),
    ];
  }

  /** What happens by itself after a step, and what has to be true then. */
  private settling(): string[] {
    const { names } = this;
    const places = [...names.chart.places.values()];
    const always = places.flatMap((place) => this.ways(place.moves.filter(({ event, isJoin }) => event === undefined && !isJoin)));
    const moving = or(always.map(([condition]) => condition));
    const joins = places.flatMap((place) => {
      const moves = place.moves.filter(({ isJoin }) => isJoin);
      return moves.length > 0 ? [`    :: ${and(['fresh', names.isActive(place), names.isDone(place), `!(${moving})`])} -> fresh = 0; joined = 1; ${choice(this.ways(moves)).join('; ')}`] : [];
    });
    const open = [...names.lanes.flatMap((lane) => [names.of('task', lane), names.of('question', lane)]), ...names.clocks.map((clock) => names.clock(clock)), 'billed'];
    const orphans = names.lanes.map((lane) => {
      const live = places.filter((place) => isLive(this.definition, place, lane)).map((place) => names.isActive(place));
      return `((${names.of('task', lane)} || ${names.of('question', lane)}) && !${or(live)})`;
    });
    return [
      'settle:',
      '  atomic { skip; d_step {',
      '    do',
      ...always.map(([condition, statements]) => `    :: ${condition} -> ${statements.join('; ')}`),
      ...joins,
      '    :: else -> break',
      '    od;',
      `    left_open = ended && ${or(open)}; assert(!left_open);`,
      `    task_of_a_done_lane = !ended && ${or(orphans)}; assert(!task_of_a_done_lane);`,
      '    left_open = 0; task_of_a_done_lane = 0',
      '  }; goto wait };',
    ];
  }

  /** One event: the lanes that take it each make their step; what is around them takes it where none of them does. */
  private option(event: string): string[] {
    const { names } = this;
    const moves = names.chart.moves.filter((move) => move.event === event);
    const regions = [...new Set(moves.flatMap(({ from }) => regionOf(from) ?? []))];
    const threads = regions.map((region) => moves.filter(({ from }) => regionOf(from) === region));
    if (threads.length > 1 && threads.flat().some((move) => this.leaves(move))) throw new Error(`Two lanes of "${this.definition.code}" take "${event}", and one leaves by it.`);
    const around = moves.filter(({ from }) => !regionOf(from));
    const { carriesAnswers, followsCorrection } = this.definition.events[event] ?? {};
    const isFree = carriesAnswers === true || followsCorrection === true;
    const inLanes = threads.map((thread) => this.ways(thread, event));
    const anyLane = or(inLanes.flat().map(([condition]) => condition));
    const outside = this.ways(around, event, inLanes.length > 0 ? `!(${anyLane})` : '1');
    const conditions = [...inLanes.flat(), ...outside].map(([condition]) => condition);
    if (conditions.length === 0) return [];
    const body = [...this.before(event), ...inLanes.flatMap((ways) => choice(ways)), ...(contains(around, threads.flat()) ? this.apart(outside, inLanes.flat()) : choice(outside))];
    const places = followsCorrection ? moves : moves.filter((move) => !this.isIdle(move));
    const isSomewhere = or([...new Set(places.map(({ from }) => names.isActive(from)))]);
    const taken = followsCorrection ? and(['!forward', isSomewhere]) : isFree ? isSomewhere : or(conditions);
    return [`  :: atomic { ${taken} -> /* ${event} */ ${isFree ? 'fall(); ' : ''}${together(body)}; goto settle }`];
  }

  /** Around the lanes only where no lane took it: asked before the lanes move. */
  private apart(outside: ReturnType<Model['ways']>, inLanes: ReturnType<Model['ways']>): string[] {
    if (inLanes.length > 0 && outside.length > 0) throw new Error(`"${this.definition.code}" has an event that lanes and their surroundings take.`);
    return choice(outside);
  }

  private before(event: string): string[] {
    const { names, definition } = this;
    const { by, carriesAnswers, permission, lane } = definition.events[event] ?? {};
    const act = actOf(event);
    return [
      ...(event === 'fee.paid' ? ['paid = 1', 'billed = 0'] : []),
      ...(by === 'portal' && lane !== undefined && act === 'carried' ? [`${names.of('verdict', lane)} = 1`] : []),
      ...(carriesAnswers && lane !== undefined ? [`${names.of('question', lane)} = 0`] : []),
      ...(permission === 'approve' && lane !== undefined && (act === 'approved' || act === 'refused') ? [`${names.of('verdict', lane)} = ${act === 'approved' ? 1 : 2}`] : []),
    ];
  }

  /** The moves of one thread in the order in which they are tried, each with when it is taken and what it does. */
  private ways(moves: readonly Move[], event?: string, only = '1'): (readonly [condition: string, statements: string[]])[] {
    const { names } = this;
    const ordered = [...moves].sort((a, b) => withAncestors(b.from).length - withAncestors(a.from).length);
    return ordered.map((move, at) => {
      const sooner = ordered.slice(0, at).filter(({ from }) => withAncestors(from).includes(move.from));
      const rivals = sooner.map((other) => and([names.isActive(other.from), names.guard(other.config.guard)]));
      const condition = and([only, names.isActive(move.from), names.guard(move.config.guard), ...(rivals.length > 0 ? [`!(${or(rivals)})`] : []), ...(event !== undefined && this.isIdle(move) ? ['!forward'] : [])]);
      const statements = [...this.correcting(event), ...this.steps.take(move, sooner), ...this.deeming(move, event)];
      return [condition, statements.length > 0 ? statements : ['skip']] as const;
    });
  }

  /** A lane that a correction moves has no verdict until it gives one, waits for no answer, and is spared only where it is released. */
  private correcting(event: string | undefined): string[] {
    const { names, definition } = this;
    const { followsCorrection, lane } = definition.events[event ?? ''] ?? {};
    if (!followsCorrection || lane === undefined || event === undefined || !names.lanes.includes(lane)) return [];
    return [`${names.of('verdict', lane)} = 0`, `${names.of('question', lane)} = 0`, `${names.of('spared', lane)} = ${actOf(event) === 'released' ? 1 : 0}`];
  }

  /** Withdrawing, correcting, sending a proposal back, and what changes nothing, is no way forward. */
  private isIdle(move: Move): boolean {
    const target = move.config.target === undefined ? undefined : findTarget(this.names.chart, move);
    if (!target || target === move.from || isGivenUp(target.config.meta?.outcome)) return true;
    const { followsCorrection, hand, permission } = this.definition.events[move.event ?? ''] ?? {};
    const isJudging = hand === 'confirms' || permission === 'supervise';
    return followsCorrection === true || (isJudging && target.moves.some((back) => findTarget(this.names.chart, back) === move.from));
  }

  private deeming(move: Move, event: string | undefined): string[] {
    const rule = this.definition.events[event ?? ''];
    const target = findTarget(this.names.chart, move);
    const lane = target?.config.type === 'final' ? laneOf(this.definition, target) : undefined;
    const isDeemed = typeof this.definition.deemedApproval === 'object' && rule?.by === 'portal' && lane !== undefined && rule.lane === lane;
    return isDeemed ? [`${this.names.of('verdict', lane)} = 3`] : [];
  }

  private leaves(move: Move): boolean {
    const target = findTarget(this.names.chart, move);
    return target !== undefined && regionOf(target) !== regionOf(move.from);
  }
}

/** Statements of which each has one way to go, as one step: what lies between is no state that anybody could see. */
function together(statements: readonly string[]): string {
  return `d_step { ${statements.length > 0 ? statements.join('; ') : 'skip'} }`;
}

/** Whether a lane takes what a state around it takes too; what another state takes, such as the one that waits for the fee, is never taken beside the lanes. */
function contains(around: readonly Move[], inLanes: readonly Move[]): boolean {
  return around.some(({ from }) => inLanes.some((move) => withAncestors(move.from).includes(from)));
}

/** The lane's part of the machine that a place is in. */
function regionOf(place: Place): Place | undefined {
  return withAncestors(place).find(({ parent }) => parent?.config.type === 'parallel');
}
