import type { Actor } from '@anuyat/contract';
import type { EventRule } from '@anuyat/licence-kit';

/** Who did what in a lane, as far as it decides who may act there next; a fold of the history that is kept with the application. */
export interface LaneHands {
  /** Account that made the proposal that waits for another officer. */
  proposedBy?: string;
  /** Accounts that declared a conflict of interest. */
  barred?: string[];
}

export type Hands = Record<string, LaneHands>;

/** The hands after an event; undefined where it changes none. */
export function handsAfter(before: Hands, { hand, lane }: EventRule, actor: Actor): Hands | undefined {
  if (hand === undefined || lane === undefined || actor.kind !== 'person') return undefined;
  const { proposedBy, barred = [] } = before[lane] ?? {};
  const { accountId } = actor;
  switch (hand) {
    case 'proposes':
      return { ...before, [lane]: { proposedBy: accountId, ...(barred.length > 0 ? { barred } : {}) } };
    case 'confirms':
      return { ...before, [lane]: barred.length > 0 ? { barred } : {} };
    case 'steps-aside':
      return { ...before, [lane]: { ...(proposedBy ? { proposedBy } : {}), barred: [...new Set([...barred, accountId])] } };
  }
}
