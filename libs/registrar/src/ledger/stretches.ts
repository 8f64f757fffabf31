import type { Handover, Holder } from '@anuyat/licence-kit';

/** A line of the clock ledger: time passes to a party on a track. */
export interface LedgerLine extends Handover {
  byRevision: number;
  from: Date;
}

/** Time of one party on one track, without a break. */
export interface Stretch extends Holder {
  track: string;
  from: Date;
  /** Null while it runs. */
  until: Date | null;
}

/**
 * The stretches that lines make, track by track in their order: each ends where the next line of its track begins, so that they tile the
 * time whatever the lines are. What lasted no time, such as an act before the legal receipt, is left out; so is what is nobody's.
 */
export function stretchesOf(lines: readonly LedgerLine[]): Stretch[] {
  return [...Map.groupBy(lines, ({ track }) => track).values()].flatMap((ofTrack) => {
    const inOrder = ofTrack.toSorted((a, b) => a.byRevision - b.byRevision);
    return inOrder.flatMap(({ track, party, ground, from }, at) => {
      const until = inOrder[at + 1]?.from ?? null;
      return party === 'nobody' || (until !== null && until <= from) ? [] : [{ track, party, ground, from, until }];
    });
  });
}
