import { cached } from '../feel/cached';
import { evaluateRule } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { childrenOf, nameOf, parse, type SyntaxNode } from '../feel/parse';

export type Relation = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition of one fact that can be said in words. */
export type Atom =
  | { kind: 'compares'; path: string; relation: Relation; value: string | number | boolean | null }
  | { kind: 'compares-facts'; path: string; relation: Relation; other: string }
  | { kind: 'measures'; expression: string; relation: Relation; value: number }
  | { kind: 'includes'; path: string; value: unknown }
  | { kind: 'is-one-of'; path: string; values: unknown[] }
  | { kind: 'other'; paths: string[] };

const TURNED: Record<Relation, Relation> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
export const OPPOSITE: Record<Relation, Relation> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** What a condition says, as far as it is of a shape that words can tell. */
export const readAtom = cached((rule): Atom => {
  const node = parse(rule);
  const children = childrenOf(node);
  const other: Atom = { kind: 'other', paths: namesIn(rule) };
  if (isPath(node)) return { kind: 'compares', path: textOf(node, rule), relation: '=', value: true };
  if (node.name === 'Comparison') return readComparison(children, rule) ?? other;
  if (node.name === 'FunctionInvocation') return readContains(children, rule) ?? other;
  return other;
});

function readComparison([left, operator, right]: SyntaxNode[], rule: string): Atom | undefined {
  const relation = operator && textOf(operator, rule);
  if (!left || !right || !isRelation(relation)) return undefined;
  if (isPath(right) && !isPath(left)) return readSides(right, left, TURNED[relation], rule);
  return readSides(left, right, relation, rule);
}

function readSides(left: SyntaxNode, right: SyntaxNode, relation: Relation, rule: string): Atom | undefined {
  const [leftText, rightText] = [textOf(left, rule), textOf(right, rule)];
  if (isPath(left) && isPath(right)) return { kind: 'compares-facts', path: leftText, relation, other: rightText };
  if (namesIn(rightText).length > 0) return undefined;
  const value = evaluateRule(rightText, {}) as string | number | boolean | null;
  if (isPath(left)) return { kind: 'compares', path: leftText, relation, value };
  return typeof value === 'number' ? { kind: 'measures', expression: leftText, relation, value } : undefined;
}

function readContains([head, , parameters]: SyntaxNode[], rule: string): Atom | undefined {
  if (!head || !parameters || nameOf(head, rule) !== 'list contains') return undefined;
  const [list, element] = childrenOf(parameters).filter(({ name }) => name !== ',');
  if (!list || !element) return undefined;
  const fixed = (node: SyntaxNode) => namesIn(textOf(node, rule)).length === 0;
  if (isPath(list) && fixed(element)) return { kind: 'includes', path: textOf(list, rule), value: evaluateRule(textOf(element, rule), {}) };
  const values = fixed(list) ? evaluateRule(textOf(list, rule), {}) : undefined;
  return isPath(element) && Array.isArray(values) ? { kind: 'is-one-of', path: textOf(element, rule), values } : undefined;
}

function isPath(node: SyntaxNode): boolean {
  return node.name === 'VariableName' || (node.name === 'PathExpression' && childrenOf(node).every((child) => isPath(child) || child.name === 'PathName' || child.name === '.'));
}

function isRelation(text: string | undefined): text is Relation {
  return text !== undefined && Object.hasOwn(TURNED, text);
}

function textOf(node: SyntaxNode, rule: string): string {
  return rule.slice(node.from, node.to);
}
