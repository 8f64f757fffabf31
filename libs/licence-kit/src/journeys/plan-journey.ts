import { findText } from '../blocks/words';
import type { Facts } from '../definition/case-answers';
import type { JourneyDefinition } from '../definition/journey';
import type { LicenceDefinition } from '../definition/licence-definition';
import type { Text } from '../definition/text';
import { decide } from '../feel/decide';
import { namesIn } from '../feel/names-in';
import { textKeys } from '../forms/text-keys';
import { withoutHidden } from '../forms/visible-schema';
import { openQuestions } from './open-questions';
import { longestDays, orderSteps } from './order-steps';
import { readFact } from './read-fact';

/** Which licences a goal needs, as far as the answers tell. */
export interface JourneyPlan {
  licences: LicencePlan[];
  /** Questions that still need an answer before every licence is decided. */
  unanswered: string[];
  /** Working days along the longest chain of the needed licences. */
  longestDays: number;
}

export interface LicencePlan {
  code: string;
  /** Null while the answers leave it open. */
  isNeeded: boolean | null;
  /** Why it is needed, or why not; null while that is open. */
  why: Text | null;
  /** The rule that says so, and the facts that it read; null stands for a fact that is not there. */
  rule: { feel: string; facts: Record<string, unknown> };
  unanswered: string[];
  /** Licences of this plan that come first. */
  dependsOn: string[];
  /** 1 can be asked for at once; 2 waits for a 1, and so on. Licences that are not needed keep nobody waiting. */
  step: number;
}

/**
 * Works out a goal's licences from its questions. Pure; `answers` hold what the portal worked out under `place` too.
 * @throws Error when the goal names a licence that is not among the definitions, or licences wait for each other in a circle.
 */
export function planJourney(journey: JourneyDefinition, definitions: readonly LicenceDefinition[], answers: Facts): JourneyPlan {
  const facts = withoutHidden(journey.questions, answers);
  const openFor = openQuestions(journey.questions, facts);
  const decided = journey.licences.map(({ code, needed }) => {
    const definition = getDefinition(journey, definitions, code);
    const isNeeded = decide(needed, facts, (path) => openFor(path).length > 0);
    const names = namesIn(needed);
    return {
      definition,
      isNeeded,
      rule: { feel: needed, facts: Object.fromEntries(names.map((name) => [name, readFact(facts, name)])) },
      unanswered: isNeeded === null ? [...new Set(names.flatMap(openFor))] : [],
    };
  });
  const possible = decided.filter(({ isNeeded }) => isNeeded !== false).map(({ definition }) => definition);
  const steps = orderSteps(possible);
  return {
    licences: decided.map(({ definition: { code, dependsOn }, isNeeded, rule, unanswered }) => ({
      code,
      isNeeded,
      why: isNeeded === null ? null : (findText(journey.texts, isNeeded ? textKeys.because(code) : textKeys.otherwise(code)) ?? null),
      rule,
      unanswered,
      dependsOn: dependsOn.filter((before) => possible.some((licence) => licence.code === before)),
      step: steps.get(code) ?? 1,
    })),
    unanswered: [...new Set(decided.flatMap(({ unanswered }) => unanswered))],
    longestDays: longestDays(decided.filter(({ isNeeded }) => isNeeded === true).map(({ definition }) => definition)),
  };
}

function getDefinition(journey: JourneyDefinition, definitions: readonly LicenceDefinition[], code: string): LicenceDefinition {
  const definition = definitions.find((licence) => licence.code === code);
  if (!definition) throw new Error(`The journey "${journey.code}" names the licence "${code}", which is not there.`);
  return definition;
}
