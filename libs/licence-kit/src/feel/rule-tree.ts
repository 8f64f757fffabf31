import { cached } from './cached';
import { childrenOf, nameOf, parse, type SyntaxNode } from './parse';

/** A rule taken apart at its `and`, `or` and `not`; what is left are questions of their own. */
export type RuleTree =
  | { kind: 'and' | 'or'; parts: RuleTree[] }
  | { kind: 'not'; part: RuleTree }
  | { kind: 'atom'; rule: string };

/** @throws FeelSyntaxError when the rule is not FEEL. */
export const ruleTree = cached((rule): RuleTree => build(parse(rule), rule));

function build(node: SyntaxNode, rule: string): RuleTree {
  const children = childrenOf(node);
  if (node.name === 'Conjunction' || node.name === 'Disjunction') {
    const kind = node.name === 'Conjunction' ? 'and' : 'or';
    const parts = children.filter(({ name }) => name !== kind).map((part) => build(part, rule));
    return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
  }
  if (node.name === 'ParenthesizedExpression' && children[1]) return build(children[1], rule);
  const negated = node.name === 'FunctionInvocation' ? onlyArgumentOfNot(children, rule) : undefined;
  if (negated) return { kind: 'not', part: build(negated, rule) };
  return { kind: 'atom', rule: rule.slice(node.from, node.to) };
}

function onlyArgumentOfNot([head, , parameters]: SyntaxNode[], rule: string): SyntaxNode | undefined {
  if (!head || !parameters || nameOf(head, rule) !== 'not' || parameters.name !== 'PositionalParameters') return undefined;
  const given = childrenOf(parameters).filter(({ name }) => name !== ',');
  return given.length === 1 ? given[0] : undefined;
}
