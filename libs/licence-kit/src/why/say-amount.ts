import type { Facts } from '../definition/case-answers';
import type { Text } from '../definition/text';
import { evaluateRule } from '../feel/holds';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { namesIn } from '../feel/names-in';
import { branchOf, partsOfIf } from './deciding-parts';
import type { Lexicon } from './lexicon';
import { plainAmount } from './plain-amount';
import { sayExpression, sayWith } from './say-expression';
import { sayRule } from './say-rule';

/** One line of a tariff: when it holds, and what is charged then, in baht. */
export interface AmountCase {
  /** Absent: in all other cases, or always where there is only one line. */
  when?: Text;
  amount: Text;
}

/** An amount's rule as a tariff: an `if` for an amount becomes a line each; same lines that follow each other are one. */
export function sayAmount(rule: string, lexicon: Lexicon): AmountCase[] {
  const plain = plainAmount(rule);
  const cases = casesOf(parse(plain), plain, []);
  const distinct = cases.filter(({ amount }, at) => amount !== cases[at + 1]?.amount || at === cases.length - 1);
  const isPlain = distinct.length === 1;
  return distinct.map(({ conditions, amount }, at) => {
    const isLast = at === distinct.length - 1 && conditions.length === 0;
    return { ...(isPlain || isLast ? {} : { when: sayConditions(conditions, lexicon) }), amount: inBaht(amount, lexicon) };
  });
}

interface Case {
  /** Conditions that hold; what did not hold before is told by the order of the lines. */
  conditions: string[];
  amount: string;
}

function casesOf(node: SyntaxNode, rule: string, conditions: string[]): Case[] {
  const inner = childrenOf(node);
  if (node.name === 'ParenthesizedExpression' && inner[1] && ['IfExpression', 'ParenthesizedExpression'].includes(inner[1].name)) return casesOf(inner[1], rule, conditions);
  const [condition, yes, no] = node.name === 'IfExpression' ? partsOfIf(node) : [];
  if (!condition || !yes || !no) return [{ conditions, amount: rule.slice(node.from, node.to).replace(/^\((.*)\)$/s, '$1') }];
  return [...casesOf(yes, rule, [...conditions, rule.slice(condition.from, condition.to)]), ...casesOf(no, rule, conditions)];
}

function sayConditions(conditions: string[], lexicon: Lexicon): Text {
  if (conditions.length === 0) return { th: 'กรณีอื่น', en: 'Otherwise' };
  return sayRule(conditions.map((condition) => `(${condition})`).join(' and '), lexicon);
}

function inBaht(amount: string, lexicon: Lexicon): Text {
  const said = sayExpression(amount, lexicon);
  return namesIn(amount).length === 0 ? { th: `${said.th} บาท`, en: `${said.en} baht` } : { th: `${said.th} (บาท)`, en: `${said.en} (baht)` };
}

/**
 * How the amount was worked out from these facts, in baht: "1,000 + 100 × 7.5 = 1,750". Undefined for a fixed amount, and where the
 * arithmetic is too long for a line.
 */
export function sayWorking(rule: string, facts: Facts, lexicon: Lexicon): Text | undefined {
  const { amount } = branchOf(plainAmount(rule), facts);
  const total = evaluateRule(rule, facts);
  const said = namesIn(amount).length > 0 && typeof total === 'number' ? sayWith(amount, lexicon, facts) : undefined;
  const figure = Number(total).toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 2 });
  return said && { th: `${said.th} = ${figure} บาท`, en: `${said.en} = ${figure} baht` };
}
