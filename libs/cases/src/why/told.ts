import type { DecisionView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';

/** The words of one decision; `of` says whose rule it is. */
export type Told = Pick<DecisionView, 'outcome' | 'because' | 'wouldTurn' | 'facts'> & { of: Text };
