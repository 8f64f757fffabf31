import { evaluateRule } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { partsOfIf } from './deciding-parts';

/** A whole amount rounded to a satang, or a share of it in per cent: `floor((AMOUNT) * 100 + 0.5) / 100`. */
const ROUNDED = /^floor\(\(([\s\S]*)\) \* ([^*]+) \+ 0\.5\) \/ 100$/;

/** An amount's rule as people are told it: without its rounding to a satang, and without what comes to nothing. It is never calculated with. */
export function plainAmount(rule: string): string {
  const [, amount, factor] = ROUNDED.exec(rule.trim()) ?? [];
  if (amount === undefined || factor === undefined || !isWhole(amount)) return simplified(rule);
  return simplified(times(parse(amount), amount, factor === '100' ? '' : ` * ${factor} / 100`));
}

/** Whether the brackets of a part close within it. */
function isWhole(part: string): boolean {
  let depth = 0;
  for (const sign of part) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The factor is taken into each way of an `if`, so that each is told as an amount. */
function times(node: SyntaxNode, rule: string, factor: string): string {
  const inner = childrenOf(node);
  if (node.name === 'ParenthesizedExpression' && inner[1]) return times(inner[1], rule, factor);
  const [condition, yes, no] = node.name === 'IfExpression' ? partsOfIf(node) : [];
  if (condition && yes && no) return `if ${textOf(condition, rule)} then ${times(yes, rule, factor)} else ${times(no, rule, factor)}`;
  return factor === '' ? textOf(node, rule) : `(${textOf(node, rule)})${factor}`;
}

function simplified(rule: string): string {
  return simplify(parse(rule), rule);
}

function simplify(node: SyntaxNode, rule: string): string {
  const children = childrenOf(node);
  const said = node.name === 'ArithmeticExpression' ? arithmetic(children.map((child) => simplify(child, rule))) : spliced(node, children, rule);
  if (!['ArithmeticExpression', 'FunctionInvocation', 'ParenthesizedExpression'].includes(node.name) || namesIn(said).length > 0) return said;
  const value = evaluateRule(said, {});
  return typeof value === 'number' ? String(value) : said;
}

function arithmetic([left = '', sign = '', right = '']: string[]): string {
  if (sign === '*' && (left === '0' || right === '0')) return '0';
  if (sign === '+' && left === '0') return right;
  if ((sign === '+' || sign === '-') && right === '0') return left;
  return `${left} ${sign} ${right}`;
}

function spliced(node: SyntaxNode, children: readonly SyntaxNode[], rule: string): string {
  let said = '';
  let at = node.from;
  for (const child of children) {
    said += rule.slice(at, child.from) + simplify(child, rule);
    at = child.to;
  }
  return said + rule.slice(at, node.to);
}

function textOf({ from, to }: SyntaxNode, rule: string): string {
  return rule.slice(from, to);
}
