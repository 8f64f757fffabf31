import { canonicalJson, getFactAt, type CaseAnswers } from '@anuyat/licence-kit';

/** What was saved after the sender last looked. */
export interface LaterChange {
  changes: Record<string, unknown>;
  /** Which window saved it; absent where it did not say. */
  window?: string;
}

export interface AnswerConflict {
  path: string;
  yours: unknown;
  theirs: unknown;
}

/**
 * Fields that somebody else changed since the sender looked, to something else than the sender wants. A window is never in
 * conflict with itself, even when it did not hear that its own saving went well.
 */
export function findConflicts(changes: Record<string, unknown>, now: CaseAnswers, later: readonly LaterChange[], window?: string): AnswerConflict[] {
  const others = later.filter((change) => window === undefined || change.window !== window).flatMap((change) => Object.keys(change.changes));
  return Object.entries(changes).flatMap(([path, yours]) => {
    if (!others.some((other) => overlap(path, other))) return [];
    const theirs = getFactAt(now, path);
    return isSame(yours, theirs) ? [] : [{ path, yours: yours ?? null, theirs: theirs ?? null }];
  });
}

/** Whether one is the other or a part of it. */
function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
