import { evaluate } from 'feelin';
import type { Text } from '../definition/text';
import { cached } from './cached';
import { nearestName } from './nearest-name';
import { callsIn, namesAndPlacesIn, type ReadName } from './names-in';
import { isSafePattern } from '../schema/safe-pattern';
import { childrenOf, findSyntaxFaultOf, parse, type SyntaxNode } from './parse';

/** One thing wrong with a rule, with its place in the text. */
export interface RuleProblem {
  code: 'syntax' | 'unknown-name' | 'unknown-function' | 'reads-the-clock' | 'filter-is-no-test' | 'endless';
  from: number;
  to: number;
  message: Text;
}

const CLOCKS = ['now', 'today'];
const FILTER_TESTS = new Set(['Comparison', 'Conjunction', 'Disjunction', 'QuantifiedExpression', 'NumericLiteral', 'ArithmeticExpression', 'SimplePositiveUnaryTest']);

/**
 * What is wrong with a rule, given the paths of all facts that it may read; nothing for a good one.
 * Rules may not read the clock: a decision must come out the same when it is replayed.
 */
export function checkRule(rule: string, knownPaths: Iterable<string>): RuleProblem[] {
  const fault = findSyntaxFaultOf(rule);
  if (fault) return [syntaxProblem(rule, fault)];
  const known = withGroups(knownPaths);
  const isKnown = ({ path, otherwise }: ReadName) => known.has(path) || (otherwise !== undefined && known.has(otherwise));
  return [
    ...namesAndPlacesIn(rule).filter((name) => !isKnown(name)).map((name) => unknownName(name, known)),
    ...callsIn(rule).flatMap(problemsOfCall),
    ...weakFilters(parse(rule), rule),
    ...endlessParts(parse(rule), rule),
  ].sort((a, b) => a.from - b.from);
}

function syntaxProblem(rule: string, at: { from: number; to: number }): RuleProblem {
  const near = rule.slice(Math.max(0, at.from - 12), at.from).trimStart();
  return {
    code: 'syntax',
    ...at,
    message: rule.trim() === ''
      ? { th: 'กฎว่างเปล่า', en: 'The rule is empty.' }
      : {
          th: `อ่านกฎ “${rule}” ไม่ได้ที่ตัวอักษรที่ ${at.from + 1} (หลัง “${near}”)`,
          en: `“${rule}” cannot be read at character ${at.from + 1} (after “${near}”).`,
        },
  };
}

function unknownName(name: ReadName, known: ReadonlySet<string>): RuleProblem {
  const path = name.otherwise ?? name.path;
  const near = nearestName(path, known);
  return {
    code: 'unknown-name',
    from: name.from,
    to: name.to,
    message: {
      th: `ไม่มีข้อมูลชื่อ “${path}”${near ? ` หมายถึง “${near}” หรือไม่` : ''}`,
      en: `There is no fact “${path}”.${near ? ` Did you mean “${near}”?` : ''}`,
    },
  };
}

const isBuiltIn = cached((name) => evaluate(name).value !== null);

function problemsOfCall({ name, from, to }: { name: string; from: number; to: number }): RuleProblem[] {
  if (CLOCKS.includes(name)) {
    return [{
      code: 'reads-the-clock', from, to,
      message: {
        th: `กฎห้ามใช้ “${name}()” เพราะต้องให้ผลเดิมเมื่อตรวจย้อนหลัง ใช้ filing.date แทน`,
        en: `A rule may not ask “${name}()”: it must give the same when it is replayed. Use filing.date.`,
      },
    }];
  }
  if (isBuiltIn(name)) return [];
  return [{ code: 'unknown-function', from, to, message: { th: `ไม่มีฟังก์ชันชื่อ “${name}”`, en: `There is no function “${name}”.` } }];
}

/** FEEL reads a filter that is no comparison as a row number, so `signs[isMoving]` would quietly find nothing. */
function weakFilters(node: SyntaxNode, rule: string): RuleProblem[] {
  const children = childrenOf(node);
  const below = children.flatMap((child) => weakFilters(child, rule));
  const condition = node.name === 'FilterExpression' ? children[2] : undefined;
  if (!condition || FILTER_TESTS.has(condition.name)) return below;
  const text = rule.slice(condition.from, condition.to);
  return [...below, {
    code: 'filter-is-no-test', from: condition.from, to: condition.to,
    message: {
      th: `“[${text}]” ต้องเป็นการเปรียบเทียบ เช่น “[${text} = true]”`,
      en: `“[${text}]” must compare something, such as “[${text} = true]”.`,
    },
  }];
}

const PATTERN_FUNCTIONS = new Set(['matches', 'replace', 'split']);
const MOST_LISTS = 2;

/** What could keep a rule's asker busy whatever the answers are: counting instead of going through answers, lists within lists, functions, unsafe patterns. */
function endlessParts(node: SyntaxNode, rule: string, lists = 0): RuleProblem[] {
  const children = childrenOf(node);
  const text = rule.slice(node.from, node.to);
  const inner = lists + children.filter(({ name }) => name === 'InExpressions').flatMap(childrenOf).filter(({ name }) => name === 'InExpression').length;
  const counts = node.name === 'IterationContext' && text.includes('..');
  const isEndless = counts || node.name === 'FunctionDefinition' || inner > MOST_LISTS || hasUnsafePattern(node, rule);
  if (!isEndless) return children.flatMap((child) => endlessParts(child, rule, inner));
  return [{
    code: 'endless', from: node.from, to: node.to,
    message: {
      th: `“${text}” อาจทำให้ระบบค้าง กฎต้องไล่ดูคำตอบที่มี ไม่นับเลขเอง ไม่นิยามฟังก์ชัน และใช้รูปแบบที่ตรงไปตรงมาเท่านั้น`,
      en: `“${text}” could keep the portal busy for ever. A rule goes through the answers that are there, at most ${MOST_LISTS} lists deep; it does not count, define functions or use patterns that repeat what repeats.`,
    },
  }];
}

function hasUnsafePattern(node: SyntaxNode, rule: string): boolean {
  if (node.name !== 'FunctionInvocation') return false;
  const [name, , parameters] = childrenOf(node);
  if (!name || !PATTERN_FUNCTIONS.has(rule.slice(name.from, name.to).trim())) return false;
  const pattern = parameters && childrenOf(parameters).filter(({ name: kind }) => kind !== ',')[1];
  return pattern?.name !== 'StringLiteral' || !isSafePattern(rule.slice(pattern.from + 1, pattern.to - 1).replaceAll('\\\\', '\\'));
}

function withGroups(paths: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const path of paths) {
    const parts = path.split('.');
    for (let length = 1; length <= parts.length; length += 1) all.add(parts.slice(0, length).join('.'));
  }
  return all;
}
