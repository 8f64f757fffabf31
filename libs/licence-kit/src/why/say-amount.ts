import type { Text } from '../definition/text';
import { childrenOf, parse, type SyntaxNode } from '../feel/parse';
import { namesIn } from '../feel/names-in';
import { partsOfIf } from './deciding-parts';
import type { Lexicon } from './lexicon';
import { sayExpression } from './say-expression';
import { sayRule } from './say-rule';

/** One line of a tariff: when it holds, and what is charged then, in baht. */
export interface AmountCase {
  /** Absent: in all other cases, or always where there is only one line. */
  when?: Text;
  amount: Text;
}

/** An amount's rule as a tariff: an `if` for an amount becomes a line each; same lines that follow each other are one. */
export function sayAmount(rule: string, lexicon: Lexicon): AmountCase[] {
  const cases = casesOf(parse(rule), rule, []);
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
