import type { Facts } from '../definition/case-answers';
import { evaluateRule, holds } from './holds';
import { namesAndPlacesIn } from './names-in';
import { ruleTree, type RuleTree } from './rule-tree';

/** `nothing` is FEEL's null, which is known and not true; `open` waits for a fact. */
type Ruling = 'yes' | 'no' | 'nothing' | 'open';

/**
 * Whether a rule holds although some facts are not known yet; null while it may still fall either way.
 * Agrees with `holds` when nothing that the rule reads is open.
 */
export function decide(rule: string, facts: Facts, isOpen: (path: string) => boolean): boolean | null {
  if (!readsOpen(rule, isOpen)) return holds(rule, facts);
  const ruling = judge(ruleTree(rule), facts, isOpen);
  return ruling === 'open' ? null : ruling === 'yes';
}

function judge(tree: RuleTree, facts: Facts, isOpen: (path: string) => boolean): Ruling {
  switch (tree.kind) {
    case 'atom': {
      if (readsOpen(tree.rule, isOpen)) return 'open';
      const value = evaluateRule(tree.rule, facts);
      return value === true ? 'yes' : value === false ? 'no' : 'nothing';
    }
    case 'not': {
      const ruling = judge(tree.part, facts, isOpen);
      return ruling === 'yes' ? 'no' : ruling === 'no' ? 'yes' : ruling;
    }
    case 'and':
      return firstOf(tree.parts, ['no', 'open', 'nothing'], 'yes', facts, isOpen);
    case 'or':
      return firstOf(tree.parts, ['yes', 'open', 'nothing'], 'no', facts, isOpen);
  }
}

function firstOf(parts: RuleTree[], order: Ruling[], otherwise: Ruling, facts: Facts, isOpen: (path: string) => boolean): Ruling {
  const rulings = new Set(parts.map((part) => judge(part, facts, isOpen)));
  return order.find((ruling) => rulings.has(ruling)) ?? otherwise;
}

function readsOpen(rule: string, isOpen: (path: string) => boolean): boolean {
  return namesAndPlacesIn(rule).some(({ path, otherwise }) => isOpen(path) || (otherwise !== undefined && isOpen(otherwise)));
}
