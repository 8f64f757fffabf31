import type { Facts } from '../definition/case-answers';
import { cached } from '../feel/cached';
import { evaluateRule } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { setFact } from '../forms/fact-path';

/** Two sides that a rule holds against each other: of a comparison, or of `min` and `max`. */
export interface Sides {
  left: string;
  right: string;
  /** Of `min` and `max`: the amount goes on from there without a step. */
  isSmooth: boolean;
}

/** A value at which some comparison turns. */
export interface TurningPoint {
  value: number;
  isSmooth: boolean;
}

interface Found {
  sides: Sides[];
  /** Every literal, whatever it is for. */
  literals: (string | number)[];
  /** Numbers of intervals and lists. */
  marks: number[];
}

/** Everything in a rule that some fact is measured by. */
export const measuresIn = cached((rule): Found => {
  const found: Found = { sides: [], literals: [], marks: [] };
  visit(parse(rule), rule, found, false);
  return found;
});

function visit(node: SyntaxNode, rule: string, found: Found, isMarking: boolean): void {
  const children = childrenOf(node);
  const textOf = (part: SyntaxNode) => rule.slice(part.from, part.to);
  if (node.name === 'Comparison' && children.length === 3 && children[0] && children[2]) {
    found.sides.push({ left: textOf(children[0]), right: textOf(children[2]), isSmooth: false });
  }
  if (node.name === 'FunctionInvocation' && children[0] && ['min', 'max'].includes(textOf(children[0]))) {
    const given = children.filter(({ name }) => name === 'PositionalParameters').flatMap(childrenOf).filter(({ name }) => name !== ',');
    given.forEach((a, at) => given.slice(at + 1).forEach((b) => found.sides.push({ left: textOf(a), right: textOf(b), isSmooth: true })));
  }
  if (node.name === 'NumericLiteral' || node.name === 'StringLiteral') {
    const literal = evaluateRule(textOf(node), {}) as string | number;
    found.literals.push(literal);
    if (isMarking && typeof literal === 'number') found.marks.push(literal);
  }
  const marks = isMarking || /^(Interval|List|PositiveUnaryTests?)$/.test(node.name) || (node.name === 'Comparison' && children.length !== 3);
  for (const child of children) visit(child, rule, found, marks);
}

/** The values of a number at which some comparison of the rules turns, the other facts being what they are. */
export function turningPoints(rules: readonly string[], facts: Facts, path: string, value: number): TurningPoint[] {
  const name = path.replace(/\.\d+(?=\.|$)/g, '');
  const points = rules.flatMap((rule) => {
    const { sides, marks: own, literals } = measuresIn(rule);
    const marks = name === path ? own : literals.filter((literal) => typeof literal === 'number');
    const roots = sides.flatMap((pair) => rootOf(pair, facts, path, name, value).map((root) => ({ value: root, isSmooth: pair.isSmooth })));
    return [...roots, ...marks.map((mark) => ({ value: mark, isSmooth: false }))];
  });
  return points.filter((point, at) => points.findIndex((other) => other.value === point.value && other.isSmooth === point.isSmooth) === at);
}

/** Where both sides are equal; found only where their difference follows the fact in a straight line. */
function rootOf({ left, right }: Sides, facts: Facts, path: string, name: string, value: number): number[] {
  if (![...namesIn(left), ...namesIn(right)].includes(name)) return [];
  const at = (x: number): number => {
    const so = setFact(facts, path, x);
    return Number(evaluateRule(left, so) ?? NaN) - Number(evaluateRule(right, so) ?? NaN);
  };
  const [here, next, after] = [at(value), at(value + 1), at(value + 2)];
  const slope = next - here;
  if (!Number.isFinite(slope) || slope === 0 || Math.abs(after - next - slope) > 1e-6 * Math.max(1, Math.abs(slope))) return [];
  return [value - here / slope];
}
