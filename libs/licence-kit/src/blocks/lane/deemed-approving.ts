import type { EventRule } from '../../definition/licence-definition';
import type { TransitionConfig } from '../../definition/machine';
import { effect } from '../effects';

/** How a lane's time ends where its law counts silence as approval. */
export interface EndOfTime {
  /** The event that the lane's clock sends. */
  rings: string;
  /** What every state of the office does then. */
  isLate: Record<string, TransitionConfig[]>;
  events: Record<string, EventRule>;
}

/**
 * Where the licence's law counts an office's silence as approval, the lane's own clock approves when it has run out: from whatever state of the
 * office the file is in, as an event of its own, so that the history never says that an officer approved. The clock stands still and begins
 * anew as any office's does (Licensing Facilitation Act B.E. 2558 ss.8, 10); while the applicant answers, nothing is deemed.
 */
export function deemedApproving(id: string): EndOfTime {
  const rings = `${id}.deemedApproved`;
  return {
    rings,
    isLate: { [rings]: [{ target: 'approved', actions: [effect('tell', { notice: 'deemed-approved', lane: id })] }] },
    events: { [rings]: { by: 'portal', lane: id } },
  };
}
