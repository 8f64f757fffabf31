import type { LicenceDefinition } from '../../../definition/licence-definition';
import type { GuardRef } from '../../../definition/machine';
import { FEE_IS_DUE } from '../../../engine/ruler';
import { askedBy, type Chart, type Place } from '../../chart';
import { Unknowns, type RuleGroup } from '../../unknowns';

/** How the parts of a definition are called in its model. Everything is a global, so that claims can speak of it. */
export class Names {
  readonly groups: readonly RuleGroup[];
  readonly lanes: readonly string[];
  readonly clocks: readonly string[];
  private readonly rules: readonly string[];

  constructor(
    readonly definition: LicenceDefinition,
    readonly chart: Chart,
  ) {
    const asked = [...chart.moves.flatMap(({ config }) => askedBy(config.guard)), ...definition.lanes.flatMap(({ when }) => when ?? [])];
    this.groups = new Unknowns(definition, asked).groups;
    this.rules = this.groups.flatMap(({ rules }) => rules).filter((rule) => rule !== FEE_IS_DUE);
    this.lanes = definition.lanes.map(({ id }) => id);
    this.clocks = [...new Set(chart.effects.filter(({ effect: { type, params } }) => ['startClock', 'setClock', 'resumeClock'].includes(type) && params['unit'] !== 'unrolled').map(({ effect }) => String(effect.params['name'])))];
  }

  /** Which of its children a state with children is in: counted from one, and none while it is not entered. */
  at(place: Place): string {
    return place.path === '' ? 'at_top' : `at_${plain(place.path)}`;
  }

  isActive(place: Place): string {
    const { parent } = place;
    if (!parent) return '1';
    return parent.config.type === 'parallel' ? this.isActive(parent) : `(${this.at(parent)} == ${this.numberOf(place)})`;
  }

  numberOf(place: Place): number {
    return (place.parent?.children.indexOf(place) ?? 0) + 1;
  }

  /** Whether a state with children has come to its end. */
  isDone(place: Place): string {
    if (place.config.type === 'parallel') return and(place.children.map((child) => this.isDone(child)));
    return or(place.children.filter(({ config }) => config.type === 'final').map((child) => this.isActive(child)));
  }

  rule(rule: string): string {
    return rule === FEE_IS_DUE ? 'fee_due' : `rule_${this.rules.indexOf(rule)}`;
  }

  guard(guard: GuardRef | undefined): string {
    switch (guard?.type) {
      case undefined:
        return '1';
      case 'rule':
        return guard?.params.rule === undefined ? '0' : this.rule(guard.params.rule);
      case 'feeIsDue':
        return 'fee_due';
      case 'not':
        return `!(${this.guard(guard?.params.guard)})`;
    }
  }

  clock(name: unknown): string {
    return `clock_${this.clocks.indexOf(String(name))}`;
  }

  of(what: 'task' | 'question' | 'verdict' | 'spared', lane: unknown): string {
    return `${what}_${plain(String(lane))}`;
  }

  /** The rules by number, for the reader. */
  get ruleTexts(): readonly string[] {
    return this.rules;
  }
}

export function and(parts: readonly string[]): string {
  const needed = parts.filter((part) => part !== '1');
  return needed.length === 0 ? '1' : needed.length === 1 ? (needed[0] as string) : `(${needed.join(' && ')})`;
}

export function or(parts: readonly string[]): string {
  return parts.length === 0 ? '0' : parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || ')})`;
}

function plain(text: string): string {
  return text.replace(/[^a-zA-Z0-9]/g, '_');
}
