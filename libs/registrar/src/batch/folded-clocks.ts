import type { Move } from '../move';

/** A clock as it stands after all events of a batch: written whole. */
export interface SetClock {
  application_id: string;
  name: string;
  lane: string | null;
  event: string;
  due_at: string;
  days: number | null;
  unit: string | null;
  set_at: Date;
  set_by_revision: number;
  stopped_at: Date | null;
  fired_at: Date | null;
}

/** A clock that was set before the batch, and stopped, rung or moved by it. */
export interface MarkedClock {
  application_id: string;
  name: string;
  stopped_at: Date | null;
  fired_at: Date | null;
  /** Present where its due date moved. */
  due_at?: string;
  set_by_revision?: number;
}

/** An application whose every clock stops, but for those named. */
export interface StoppedClocks {
  application_id: string;
  at: Date;
  except: string[];
}

/** A clock that was suspended before the batch and goes on with what is left of it. */
export interface ResumedClock {
  application_id: string;
  name: string;
  unit: string;
  at: Date;
  by_revision: number;
}

/** What a batch does to clocks; each clock is in one of the lists only, since one statement can touch a row once. */
export interface FoldedClocks {
  set: SetClock[];
  marked: MarkedClock[];
  stopped: StoppedClocks[];
  resumed: ResumedClock[];
}

interface ClocksOfOne {
  byName: Map<string, SetClock | MarkedClock>;
  allStoppedAt: Date | null;
  resumed: Map<string, ResumedClock>;
}

/** Folds what the events of a batch, in their order, do to the clocks. */
export function foldClocks(moves: readonly Move[]): FoldedClocks {
  const byApplication = new Map<string, ClocksOfOne>();
  for (const move of moves) {
    const { applicationId } = move.entry;
    const clocks = byApplication.get(applicationId) ?? { byName: new Map(), allStoppedAt: null, resumed: new Map() };
    byApplication.set(applicationId, clocks);
    foldMove(clocks, move);
  }
  const folded: FoldedClocks = { set: [], marked: [], stopped: [], resumed: [] };
  for (const [applicationId, { byName, allStoppedAt, resumed }] of byApplication) {
    for (const clock of byName.values()) {
      if ('event' in clock) folded.set.push(clock);
      else folded.marked.push(clock);
    }
    folded.resumed.push(...resumed.values());
    if (allStoppedAt) folded.stopped.push({ application_id: applicationId, at: allStoppedAt, except: [...byName.keys()] });
  }
  return folded;
}

function foldMove(clocks: ClocksOfOne, { entry, clocks: { set, stop, moved, resume, stopsAll }, firedTimer }: Move): void {
  const { byName } = clocks;
  const { applicationId, revision, at } = entry;
  const mark = (name: string): SetClock | MarkedClock => {
    const clock = byName.get(name) ?? { application_id: applicationId, name, stopped_at: null, fired_at: null };
    byName.set(name, clock);
    return clock;
  };
  const stopOne = (clock: SetClock | MarkedClock): void => {
    if (clock.name !== firedTimer) clock.stopped_at ??= at;
  };
  if (firedTimer !== null) mark(firedTimer).fired_at = at;
  if (stopsAll) {
    byName.forEach(stopOne);
    clocks.allStoppedAt ??= at;
    clocks.resumed.clear();
  }
  for (const name of stop) {
    if (!clocks.resumed.delete(name)) stopOne(mark(name));
  }
  for (const { name, unit } of resume) {
    const clock = byName.get(name);
    if (clock) clock.stopped_at = null;
    else clocks.resumed.set(name, { application_id: applicationId, name, unit, at, by_revision: revision });
  }
  for (const { name, due_at } of moved) Object.assign(mark(name), { due_at, set_by_revision: revision });
  for (const { name, lane, event, due_at, days, unit } of set) {
    byName.set(name, { application_id: applicationId, name, lane, event, due_at, days, unit, set_at: at, set_by_revision: revision, stopped_at: null, fired_at: null });
  }
}
