import type { LicenceDefinition } from '../definition/licence-definition';
import { FEE_IS_DUE, type Rulings } from '../engine/ruler';
import { evaluateRule } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { ruleTree, type RuleTree } from '../feel/rule-tree';
import { answerAt, comparisonOf, valuesOf, type AtomValue } from './facts-in-play';

const MOST_COMBINATIONS = 50_000;
const MOST_FREE_RULES = 12;

/** Rules that hang together by the facts that they compare, with every way in which they can fall at once. */
export interface RuleGroup {
  rules: string[];
  outcomes: boolean[][];
}

/** Something that may be one way or another: a fact, or a question that is asked of several facts. */
interface Variable {
  atoms: string[];
  /** For each of its values, what every one of its atoms says. */
  values: AtomValue[][];
}

/**
 * How the rules of a definition can fall. Every rule may fall either way and then holds until the answers change. Rules that
 * compare the same fact with fixed values fall together: nothing is explored that no facts could bring about.
 */
export class Unknowns {
  readonly groups: readonly RuleGroup[];

  constructor(definition: Pick<LicenceDefinition, 'form' | 'fees'>, rules: readonly string[]) {
    const different = [...new Set(rules)].filter((rule) => rule !== FEE_IS_DUE);
    this.groups = [...groupsOf(different, definition), { rules: [FEE_IS_DUE], outcomes: feeOutcomes(definition).map((outcome) => [outcome]) }];
  }

  /** The ways in which a rule can still fall after what was ruled. */
  possible(rule: string, ruled: Rulings): boolean[] {
    const group = this.groups.find(({ rules }) => rules.includes(rule));
    if (!group) throw new Error(`The rule "${rule}" is none of the definition's.`);
    const at = group.rules.indexOf(rule);
    const open = group.outcomes.filter((outcome) => group.rules.every((other, index) => ruled[other] === undefined || ruled[other] === outcome[index]));
    return [...new Set(open.map((outcome) => outcome[at] === true))];
  }
}

/** Without a fee nothing is due; a fixed amount that is always charged always is; else either may be. */
function feeOutcomes({ fees }: Pick<LicenceDefinition, 'fees'>): boolean[] {
  if (fees.length === 0) return [false];
  const isAlwaysDue = fees.some(({ when, amount }) => when === undefined && namesIn(amount).length === 0 && Number(evaluateRule(amount, {})) > 0);
  return isAlwaysDue ? [true] : [true, false];
}

function groupsOf(rules: readonly string[], { form }: Pick<LicenceDefinition, 'form'>): RuleGroup[] {
  const atoms = [...new Set(rules.flatMap((rule) => atomsOf(ruleTree(rule))))];
  const comparisons = new Map(atoms.map((atom) => [atom, comparisonOf(atom, form)]));
  const variableOf = (atom: string) => comparisons.get(atom)?.path ?? `? ${atom}`;
  const variables = new Map<string, Variable>();
  for (const atom of atoms) {
    const name = variableOf(atom);
    if (variables.has(name)) continue;
    const same = atoms.filter((other) => variableOf(other) === name);
    const path = comparisons.get(atom)?.path;
    variables.set(name, {
      atoms: same,
      values: path === undefined
        ? [[true], [false]]
        : distinct(valuesOf(path, same.flatMap((other) => comparisons.get(other)?.bounds ?? []), form).map((value) => same.map((other) => answerAt(other, path, value)))),
    });
  }
  const named = (rule: string) => [...new Set(atomsOf(ruleTree(rule)).map(variableOf))];
  return connected(rules, named).map((together) => ({
    rules: together,
    outcomes: outcomesOf(together, [...new Set(together.flatMap(named))].map((name) => variables.get(name) as Variable)),
  }));
}

/** Rules in bundles, so that no two bundles speak of the same thing. */
function connected(rules: readonly string[], named: (rule: string) => string[]): string[][] {
  const bundles: { rules: string[]; names: Set<string> }[] = [];
  for (const rule of rules) {
    const names = new Set(named(rule));
    const touching = bundles.filter((bundle) => [...names].some((name) => bundle.names.has(name)));
    for (const bundle of touching) bundles.splice(bundles.indexOf(bundle), 1);
    bundles.push({ rules: [...touching.flatMap((bundle) => bundle.rules), rule], names: new Set([...touching.flatMap((bundle) => [...bundle.names]), ...names]) });
  }
  return bundles.map((bundle) => bundle.rules);
}

function outcomesOf(rules: readonly string[], variables: readonly Variable[]): boolean[][] {
  const combinations = variables.reduce((product, { values }) => product * values.length, 1);
  if (combinations > MOST_COMBINATIONS) return everyWay(rules);
  const outcomes: boolean[][] = [];
  const said = new Map<string, AtomValue>();
  const choose = (at: number): void => {
    const variable = variables[at];
    if (!variable) {
      outcomes.push(rules.map((rule) => judge(ruleTree(rule), said) === true));
      return;
    }
    for (const value of variable.values) {
      variable.atoms.forEach((atom, index) => said.set(atom, value[index] ?? null));
      choose(at + 1);
    }
  };
  choose(0);
  return distinct(outcomes);
}

function everyWay(rules: readonly string[]): boolean[][] {
  if (rules.length > MOST_FREE_RULES) throw new RangeError(`${rules.length} rules hang together in more ways than can be explored.`);
  return Array.from({ length: 2 ** rules.length }, (_, way) => rules.map((_rule, at) => Boolean(way & (1 << at))));
}

function atomsOf(tree: RuleTree): string[] {
  switch (tree.kind) {
    case 'atom':
      return [tree.rule];
    case 'not':
      return atomsOf(tree.part);
    default:
      return tree.parts.flatMap(atomsOf);
  }
}

/** FEEL's logic of three values. */
function judge(tree: RuleTree, said: ReadonlyMap<string, AtomValue>): AtomValue {
  switch (tree.kind) {
    case 'atom':
      return said.get(tree.rule) ?? null;
    case 'not': {
      const part = judge(tree.part, said);
      return part === null ? null : !part;
    }
    default: {
      const decisive = tree.kind === 'or';
      const parts = tree.parts.map((part) => judge(part, said));
      if (parts.includes(decisive)) return decisive;
      return parts.includes(null) ? null : !decisive;
    }
  }
}

function distinct<T>(rows: T[][]): T[][] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
