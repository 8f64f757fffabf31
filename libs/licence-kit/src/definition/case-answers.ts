/** The answers of a case: a tree whose leaves are facts. Lists hold rows of facts. */
export interface CaseAnswers {
  [topic: string]: unknown;
}

/** Facts as rules see them: the answers, and what the portal worked out under `place` and `filing`. */
export type Facts = Record<string, unknown>;
