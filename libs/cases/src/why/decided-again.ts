import { canonicalJson } from '@anuyat/licence-kit';
import { decisionsOf, type Deciding } from './decide-case';
import type { Decision } from './decision';

/** A step after which the portal decides anew: a correction of the answers, or a move to another version. */
export interface Turn {
  at: Date;
  /** Type of the event. */
  by: string;
  deciding: Deciding;
}

/** A decision as it stands, and, where a turn after the filing made it anew, when, by what, and what it was before. */
export interface Standing {
  decision: Decision;
  decidedAt: Date | null;
  again?: { by: string; before: Decision | undefined };
}

/** Needs are decided once, at the filing; dates by the clocks. */
const decidedByTurns: ReadonlySet<Decision['kind']> = new Set(['lane', 'office', 'document', 'fee']);

/**
 * The decisions as they stand after every turn. Pure: a turn is replayed from the answers and the version of then, so nothing has to be
 * written when it happens. What a turn leaves as it was, outcome, facts and rule, keeps its day.
 */
export function standingAfter(atFiling: readonly Standing[], turns: readonly Turn[]): Standing[] {
  return turns.reduce<Standing[]>((before, { at, by, deciding }) => {
    const known = new Map(before.map((standing) => [nameOf(standing.decision), standing]));
    const now = decisionsOf(deciding).filter(({ kind }) => decidedByTurns.has(kind));
    return [
      ...before.filter(({ decision }) => !decidedByTurns.has(decision.kind)),
      ...now.map((decision): Standing => {
        const last = known.get(nameOf(decision));
        return last && isSame(last.decision, decision) ? last : { decision, decidedAt: at, again: { by, before: last?.decision } };
      }),
    ];
  }, [...atFiling]);
}

function nameOf({ kind, application, subject }: Decision): string {
  return `${kind}:${application ?? ''}:${subject}`;
}

function isSame(a: Decision, b: Decision): boolean {
  const essence = ({ rule, source, inputs, outcome }: Decision): string => canonicalJson({ rule, source, inputs, outcome });
  return essence(a) === essence(b);
}
