import type { Facts } from '../definition/case-answers';
import type { JsonSchema } from '../definition/json-schema';
import { evaluateRule, holds } from '../feel/holds';
import { namesIn } from '../feel/names-in';
import { withoutHidden } from '../forms/visible-schema';
import { readFact } from '../journeys/read-fact';
import type { Choices } from './candidates';
import type { Change } from './change';
import { branchOf, decidingParts, type Part } from './deciding-parts';
import { factsInQuestion } from './facts-in-question';
import { plainAmount } from './plain-amount';
import { changed, findSmallestChange } from './smallest-change';

/** Why a rule gave what it gave, and what would have given something else. */
export interface Explanation {
  rule: string;
  outcome: boolean;
  /** The facts that the rule read; null stands for one that is not there. */
  facts: Record<string, unknown>;
  /** The conditions that settled it. */
  parts: Part[];
  /** The smallest change that turns the outcome; null where the form allows none. */
  flip: Change[] | null;
}

/** As {@link Explanation}, of an amount; baht, null where it could not be worked out. */
export interface AmountExplanation extends Omit<Explanation, 'outcome' | 'flip'> {
  outcome: number | null;
  /** What is worked out at the end of its conditions. */
  amount: string;
  cheaper: { changes: Change[]; outcome: number } | null;
  dearer: { changes: Change[]; outcome: number } | null;
}

export interface ExplainOptions {
  /** The form that the facts are answers of: only what it asks can be changed. */
  schema: JsonSchema;
  choices?: Choices;
}

/** Explains a rule that holds or does not. Every change that is shown was tried on the rule. */
export function explain(rule: string, facts: Facts, { schema: form, choices }: ExplainOptions): Explanation {
  const schema = formOf([rule], form, facts);
  const outcomeOf = (seen: Facts): boolean => holds(rule, withoutHidden(schema, seen));
  const seen = withoutHidden(schema, facts);
  return {
    rule,
    outcome: holds(rule, seen),
    facts: factsOf([rule], seen),
    parts: decidingParts(rule, seen),
    flip: findSmallestChange({ rules: [rule], outcomeOf, schema, facts, ...(choices ? { choices } : {}) }) ?? null,
  };
}

/** Explains an amount: which way through its conditions, and what would make it less or more. */
export function explainAmount(rule: string, facts: Facts, { schema: form, choices }: ExplainOptions): AmountExplanation {
  const schema = formOf([rule], form, facts);
  const outcomeOf = (given: Facts): number | null => amountOf(rule, withoutHidden(schema, given));
  const seen = withoutHidden(schema, facts);
  const outcome = amountOf(rule, seen);
  const { conditions, amount } = branchOf(plainAmount(rule), seen);
  const towards = (isWanted: (other: number) => boolean) => {
    const changes = findSmallestChange({
      rules: [rule], outcomeOf, schema, facts, isAmount: true, isWanted: (other) => typeof other === 'number' && isWanted(other), ...(choices ? { choices } : {}),
    });
    const other = changes && outcomeOf(changed(facts, changes));
    return changes && typeof other === 'number' ? { changes, outcome: other } : null;
  };
  return {
    rule,
    outcome,
    facts: factsOf([rule], seen),
    parts: conditions.flatMap(({ rule: condition }) => decidingParts(condition, seen)),
    amount,
    cheaper: outcome === null ? null : towards((other) => other < outcome),
    dearer: outcome === null ? null : towards((other) => other > outcome),
  };
}


/** Only the topics that have a say, so that trying many answers stays quick. */
function formOf(rules: readonly string[], schema: JsonSchema, facts: Facts): JsonSchema {
  const topics = new Set(factsInQuestion(rules, schema, facts).map((path) => path.split('.')[0]));
  return { ...schema, properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([topic]) => topics.has(topic))) };
}

function amountOf(rule: string, facts: Facts): number | null {
  const value = evaluateRule(rule, facts);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function factsOf(rules: readonly string[], facts: Facts): Record<string, unknown> {
  return Object.fromEntries(rules.flatMap((rule) => namesIn(rule)).map((name) => [name, readFact(facts, name)]));
}
