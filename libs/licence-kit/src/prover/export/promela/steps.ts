import type { EffectRef } from '../../../definition/machine';
import { FEE_IS_DUE } from '../../../engine/ruler';
import { askedBy, findTarget, withAncestors, type Move, type Place } from '../../chart';
import type { Names } from './names';

/** Statements of a model: what is done when states are left and entered. */
export class Steps {
  constructor(private readonly names: Names) {}

  /** A transition as the statechart does it: leave from the inside out, act, enter from the outside in. */
  take(move: Move, before: readonly Move[] = []): string[] {
    const target = move.config.target === undefined ? undefined : findTarget(this.names.chart, move);
    const actions = (move.config.actions ?? []).flatMap((effect) => this.does(effect));
    const spared = this.sparing([...before, move]);
    if (!target) return [...spared, ...actions];
    const domain = domainOf(move, target);
    const way = withAncestors(target).reverse();
    return [...spared, ...this.leave(domain, false), ...actions, ...this.enterBelow(domain, way.slice(way.indexOf(domain) + 1), move.config.elsewhere)];
  }

  enter(place: Place): string[] {
    return [...this.arrive(place), ...this.enterChildren(place)];
  }

  private enterBelow(domain: Place, way: readonly Place[], elsewhere?: string): string[] {
    const [next, ...rest] = way;
    if (!next) return this.enterChildren(domain);
    const number = domain.config.type === 'parallel' ? [] : [`${this.names.at(domain)} = ${this.names.numberOf(next)}`];
    const beside = domain.config.type === 'parallel' ? domain.children.filter((child) => child !== next).flatMap((child) => this.enterAt(child, elsewhere)) : [];
    return [...number, ...this.arrive(next), ...this.enterBelow(next, rest, elsewhere), ...beside];
  }

  /** A lane beside the one that a transition leads into begins where that says, else at its beginning. */
  private enterAt(lane: Place, state: string | undefined): string[] {
    const first = lane.children.find(({ key }) => key === state);
    return first ? [...this.arrive(lane), `${this.names.at(lane)} = ${this.names.numberOf(first)}`, ...this.enter(first)] : this.enter(lane);
  }

  private arrive({ config }: Place): string[] {
    return [
      ...(config.entry ?? []).flatMap((effect) => this.does(effect)),
      ...(config.type === 'final' ? ['fresh = 1'] : []),
      ...(config.meta?.outcome === 'issued' ? this.issues() : []),
    ];
  }

  private enterChildren(place: Place): string[] {
    if (place.config.type === 'parallel') return place.children.flatMap((child) => this.enter(child));
    const first = place.children.find(({ key }) => key === place.config.initial);
    return first ? [`${this.names.at(place)} = ${this.names.numberOf(first)}`, ...this.enter(first)] : [];
  }

  private leave(place: Place, isLeft: boolean): string[] {
    const own = isLeft ? (place.config.exit ?? []).flatMap((effect) => this.does(effect)) : [];
    if (place.config.type === 'parallel') return [...place.children.flatMap((child) => this.leave(child, true)), ...own];
    if (place.children.length === 0) return own;
    const ways = place.children.map((child) => [this.names.isActive(child), this.leave(child, true)] as const).filter(([, statements]) => statements.length > 0);
    return [...choice(ways), `${this.names.at(place)} = 0`, ...own];
  }

  private does({ type, params }: EffectRef): string[] {
    const { names } = this;
    const { lane, name } = params;
    const isLane = names.lanes.includes(String(lane));
    switch (type) {
      case 'requestReview':
        return isLane ? [`${names.of('task', lane)} = 1`] : [];
      case 'closeReview':
        return isLane ? [`${names.of('task', lane)} = 0`] : [];
      case 'requestAnswer':
        return isLane ? [`${names.of('question', lane)} = 1`] : [];
      case 'startClock':
      case 'setClock':
      case 'resumeClock':
        return names.clocks.includes(String(name)) && params['unit'] !== 'unrolled' ? [`${names.clock(name)} = 1`] : [];
      case 'suspendClock':
      case 'stopClock':
        return names.clocks.includes(String(name)) ? [`${names.clock(name)} = 0`] : [];
      case 'requestPayment':
        return ['billed = 1', 'billed_for_nothing = !fee_due', 'assert(!billed_for_nothing)'];
      case 'cancelPayment':
        return ['billed = 0'];
      case 'issueLicence':
        return this.issues();
      case 'closeAll':
        return [...names.lanes.flatMap((id) => [`${names.of('task', id)} = 0`, `${names.of('question', id)} = 0`]), ...names.clocks.map((clock) => `${names.clock(clock)} = 0`), 'billed = 0'];
      default:
        return [];
    }
  }

  private issues(): string[] {
    const { names } = this;
    const missing = names.lanes.map((lane) => `(${names.of('verdict', lane)} == 0 && !${names.of('spared', lane)})`);
    const refused = names.lanes.map((lane) => `${names.of('verdict', lane)} == 2`);
    return [
      'unpaid = fee_due && !paid', 'assert(!unpaid)',
      `unreviewed = ${missing.join(' || ')}`, 'assert(!unreviewed)',
      `over_a_refusal = ${refused.join(' || ')}`, 'assert(!over_a_refusal)',
    ];
  }

  /** A lane whose rule was asked and does not hold is spared. */
  private sparing(moves: readonly Move[]): string[] {
    const asked = new Set(moves.flatMap(({ config }) => askedBy(config.guard)).filter((rule) => rule !== FEE_IS_DUE));
    return this.names.definition.lanes.flatMap(({ id, when }) => (when !== undefined && asked.has(when) ? [`${this.names.of('spared', id)} = ${this.names.of('spared', id)} || !${this.names.rule(when)}`] : []));
  }
}

/** An `if` over ways of which at most one is open; nothing is done where none is. */
export function choice(ways: readonly (readonly [condition: string, statements: readonly string[]])[]): string[] {
  if (ways.length === 0) return [];
  return [`if ${ways.map(([condition, statements]) => `:: ${condition} -> ${statements.length > 0 ? statements.join('; ') : 'skip'}`).join(' ')} :: else -> skip fi`];
}

/** The innermost state that a transition stays in (SCXML's domain; one to itself or inside of itself does not leave it). */
function domainOf({ from, config }: Move, target: Place): Place {
  const around = withAncestors(target);
  if (config.reenter !== true && around.includes(from)) return from;
  const outside = withAncestors(from);
  return around.slice(1).find((place) => outside.slice(1).includes(place) || (place === from && !config.reenter)) ?? (around.at(-1) as Place);
}
