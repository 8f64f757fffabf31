import type { Facts } from '../definition/case-answers';
import type { Text } from '../definition/text';
import { evaluateRule } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { childrenOf, nameOf, parse, type SyntaxNode } from '../feel/parse';
import { fieldOf, nounOf, quoted, spaced, titleOf, type Lexicon } from './lexicon';
import { joined } from './say-value';

/** What is worked out, in words: "5 × the area (m²), but at least 100 and at most 1,000". */
export function sayExpression(expression: string, lexicon: Lexicon, withUnits = true): Text {
  return spaced(say(parse(expression), expression, { ...lexicon, withUnits }) ?? workedOutFrom(expression, lexicon));
}

/** As {@link sayExpression}, with the facts' own figures; undefined where one is none, or the arithmetic is too long for a sentence. */
export function sayWith(expression: string, lexicon: Lexicon, figures: Facts): Text | undefined {
  const said = say(parse(expression), expression, { ...lexicon, withUnits: false, figures });
  return said && { th: withoutOuter(spaced(said).th), en: withoutOuter(said.en) };
}

/** Brackets around the whole say nothing. */
function withoutOuter(words: string): string {
  return /^\([^()]*\)$/.test(words) ? words.slice(1, -1) : words;
}

interface Saying extends Lexicon {
  withUnits: boolean;
  figures?: Facts;
}

function say(node: SyntaxNode, rule: string, lexicon: Saying): Text | undefined {
  const text = rule.slice(node.from, node.to);
  const children = childrenOf(node);
  if (namesIn(text).length === 0) {
    const value = evaluateRule(text, {});
    return typeof value === 'number' ? same(value.toLocaleString('en-US', { maximumFractionDigits: 4 })) : undefined;
  }
  switch (node.name) {
    case 'PathExpression':
    case 'VariableName':
      return lexicon.figures ? figureOf(text, lexicon.figures) : withUnit(text, lexicon);
    case 'ParenthesizedExpression':
      return children[1] && say(children[1], rule, lexicon);
    case 'ArithmeticExpression':
      return sayArithmetic(children, rule, lexicon);
    case 'FunctionInvocation':
      return sayCall(children, rule, lexicon);
    default:
      return undefined;
  }
}

function figureOf(path: string, figures: Facts): Text | undefined {
  const value = evaluateRule(path, figures);
  return typeof value === 'number' ? same(value.toLocaleString('en-US', { maximumFractionDigits: 4 })) : undefined;
}

function sayArithmetic([left, operator, right]: SyntaxNode[], rule: string, lexicon: Saying): Text | undefined {
  const sign = operator && SIGNS[rule.slice(operator.from, operator.to)];
  const [a, b] = [left && say(left, rule, lexicon), right && say(right, rule, lexicon)];
  return sign && a && b ? { th: `${a.th} ${sign} ${b.th}`, en: `${a.en} ${sign} ${b.en}` } : undefined;
}

const SIGNS: Record<string, string> = { '+': '+', '-': '−', '*': '×', '/': '÷' };

function sayCall([head, ...rest]: SyntaxNode[], rule: string, lexicon: Saying): Text | undefined {
  const name = head && nameOf(head, rule);
  const given = rest.filter((part) => part.name === 'PositionalParameters').flatMap(childrenOf).filter((part) => part.name !== ',');
  if (lexicon.figures && name === 'count') return figureOf(rule.slice(head?.from, rest.at(-1)?.to), lexicon.figures);
  if (name === 'count' && given[0]) {
    const path = rule.slice(given[0].from, given[0].to);
    return quoted(titleOf(path, lexicon), { th: 'จำนวนรายการใน', en: 'the number of ' });
  }
  if (name !== 'min' && name !== 'max') return undefined;
  const words = name === 'min' ? MOST : LEAST;
  const isFixed = (part: SyntaxNode) => namesIn(rule.slice(part.from, part.to)).length === 0;
  const [bound, open] = [given.find(isFixed), given.find((part) => !isFixed(part))];
  const [limit, amount] = [bound && say(bound, rule, lexicon), open && say(open, rule, lexicon)];
  if (given.length !== 2 || !limit || !amount) return undefined;
  return { th: `(${amount.th} ${words.th} ${limit.th})`, en: `(${amount.en}, ${words.en} ${limit.en})` };
}

const MOST: Text = { th: 'แต่ไม่เกิน', en: 'at most' };
const LEAST: Text = { th: 'แต่ไม่น้อยกว่า', en: 'at least' };

function withUnit(path: string, lexicon: Saying): Text {
  const noun = nounOf(path, lexicon);
  const unit = fieldOf(path, lexicon)?.['x-unit'];
  return unit && lexicon.withUnits ? { th: `${noun.th} (${unit.th})`, en: `${noun.en} (${unit.en})` } : noun;
}

/** Where the arithmetic is too long for a sentence, what it is worked out from. */
function workedOutFrom(expression: string, lexicon: Lexicon): Text {
  const names = namesIn(expression);
  const leaves = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  const read = joined(leaves.map((path) => quoted(titleOf(path, lexicon))), { th: ', ', en: ', ' });
  return { th: `คำนวณจาก ${read.th}`, en: `worked out from ${read.en}` };
}

function same(words: string): Text {
  return { th: words, en: words };
}
