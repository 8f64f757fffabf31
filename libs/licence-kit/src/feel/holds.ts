import type { Facts } from '../definition/case-answers';
import { compile } from './compile';

/**
 * Whether a rule is true of the facts. What is unknown, or cannot be compared, is not true.
 * @throws FeelSyntaxError when the rule is not FEEL.
 */
export function holds(rule: string, facts: Facts): boolean {
  return evaluateRule(rule, facts) === true;
}

/** What a rule gives; null where FEEL finds nothing, or where the facts are of a kind that it cannot work with. */
export function evaluateRule(rule: string, facts: Facts): unknown {
  const ask = compile(rule);
  try {
    return ask(facts) ?? null;
  } catch {
    return null;
  }
}
