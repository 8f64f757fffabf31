import type { Facts } from '../definition/case-answers';
import { evaluateRule } from '../feel/holds';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { ruleTree, type RuleTree } from '../feel/rule-tree';

/** One condition of a rule and how it stood. */
export interface Part {
  rule: string;
  holds: boolean;
}

/**
 * The conditions that settled a rule: where all must hold and some do not, those; where one is enough and some hold, those;
 * else all of them.
 */
export function decidingParts(rule: string, facts: Facts): Part[] {
  return settle(ruleTree(rule), facts).parts.filter(({ rule: atom }) => atom !== 'true' && atom !== 'false');
}

function settle(tree: RuleTree, facts: Facts): Part & { parts: Part[] } {
  switch (tree.kind) {
    case 'atom': {
      const holds = evaluateRule(tree.rule, facts) === true;
      return { rule: tree.rule, holds, parts: [{ rule: tree.rule, holds }] };
    }
    case 'not': {
      const { rule, holds, parts } = settle(tree.part, facts);
      return { rule, holds: !holds, parts };
    }
    default: {
      const parts = tree.parts.map((part) => settle(part, facts));
      const isSettledBy = tree.kind === 'or';
      const deciding = parts.filter(({ holds }) => holds === isSettledBy);
      const holds = deciding.length > 0 ? isSettledBy : !isSettledBy;
      return { rule: '', holds, parts: (deciding.length > 0 ? deciding : parts).flatMap(({ parts: own }) => own) };
    }
  }
}

/** The way through the `if`s of an amount: the conditions met on it, and the expression at its end. */
export function branchOf(rule: string, facts: Facts): { conditions: Part[]; amount: string } {
  const conditions: Part[] = [];
  const follow = (node: SyntaxNode): string => {
    const inner = childrenOf(node);
    if (node.name === 'ParenthesizedExpression' && inner[1]) return follow(inner[1]);
    const [condition, yes, no] = node.name === 'IfExpression' ? partsOfIf(node) : [];
    if (!condition || !yes || !no) return rule.slice(node.from, node.to);
    const text = rule.slice(condition.from, condition.to);
    const holds = evaluateRule(text, facts) === true;
    conditions.push({ rule: text, holds });
    return follow(holds ? yes : no);
  };
  return { amount: follow(parse(rule)), conditions };
}

/** Condition, then and else of an `if`. */
export function partsOfIf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(({ name }) => !['if', 'then', 'else'].includes(name));
}
