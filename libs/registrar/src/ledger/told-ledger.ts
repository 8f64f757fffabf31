import { handoversBetween, holdersOf, standingHandovers, type Holders, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import type { LedgerLine } from './stretches';

/** What the ledger needs of a line of the history. */
export interface Step {
  revision: number;
  /** Needed of what moves no state and hands time over all the same. */
  type?: string;
  at: Date;
  state: StoredState;
}

/**
 * The clock ledger that a history makes: what the database must hold, worked out from the definition and the states alone.
 * Nothing counts before the legal receipt, nor goes back.
 */
export function ledgerOf(definition: LicenceDefinition, receivedAtLegal: Date, history: readonly Step[]): LedgerLine[] {
  let before: Holders = {};
  return history.flatMap(({ revision, at, state, type = '' }) => {
    const after = holdersOf(definition, state.value);
    const handovers = [...handoversBetween(before, after), ...standingHandovers(type, after)];
    before = after;
    const from = at > receivedAtLegal && revision > 1 ? at : receivedAtLegal;
    return handovers.map((handover) => ({ ...handover, byRevision: revision, from }));
  });
}
