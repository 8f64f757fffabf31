import { setImmediate as breathe } from 'node:timers/promises';
import type { Announcer, Movement } from '@anuyat/outbox';
import type { Reading } from '@anuyat/registrar';
import type { Filed } from './filed';
import { Foreteller, NEEDED, SHARE, type Foretold, type Open } from './foreteller';
import { findMoved, firstIdAskedFor } from './moved-applications';
import { pagesOf } from './pages';
import { PromiseStore, type Basis, type KeptPromise, type NewPromise } from './promise-store';
import { dayOf } from './promised-day';
import { isWorthTelling, reasonOfReckoning, type Reason } from './reasons';
import { readLawsTimes, statutoryDay, type LawsTime } from './statutory-day';
import { LineTeller, type Told } from './told-lines';

const BATCH = 500;
/** Lines that are learnt from at a stretch: whatever else the process does is not held up. */
const BREATH = 100;

/** What is still to be written of an application, with the line that has most to say. */
interface Due {
  reason: Reason;
  /** What was said at that line; absent where it moved nothing. */
  foretold: Foretold | undefined;
}

/** A date that has moved, and why. */
interface Moved {
  open: Open;
  foretold: Foretold;
  reason: Reason;
  isAtOnce: boolean;
}

/**
 * Promises every open application a date by which nine in ten finish, and tells why it moves. It follows the histories, learns from what ends,
 * and writes to a table of its own; events wait for nothing of it. All it knows can be read again: killed, it begins anew, and what was promised stays.
 * It reads and looks a page at a time, for there may be tens of thousands of open applications.
 */
export class PromiseClerk {
  private readonly foreteller = new Foreteller();
  private readonly store: PromiseStore;
  private readonly teller: LineTeller;
  private readonly due = new Map<string, Due>();
  private readonly ends = new Map<string, { revision: number; at: Date; outcome: 'decided' | 'withdrawn' }>();
  private lookedAt: number | undefined;

  /** @param pageSize lines that are held at a time, where it is not the teller's own. */
  constructor(
    private readonly reading: Reading,
    private readonly announcer: Pick<Announcer, 'announce'>,
    onError: (error: Error) => void,
    pageSize?: number,
  ) {
    this.store = new PromiseStore(reading.source);
    this.teller = new LineTeller(reading, onError, pageSize);
  }

  /** Follows what happened since the last look; the first one learns from the history. @returns how many dates were promised or moved. */
  async look(): Promise<number> {
    const now = Date.now();
    const moved = await findMoved(this.reading.source, this.lookedAt, this.foreteller);
    if (moved.length > 0) await this.teller.tell(moved, (page) => this.hear(page));
    this.foreteller.forgetEnded(firstIdAskedFor(now));
    this.lookedAt = now;
    return this.write();
  }

  /** Looks at all open applications anew: days that passed, queues and offices that got slower or quicker. @returns how many dates moved. */
  async review(now = Date.now()): Promise<number> {
    let count = 0;
    for (const ids of pagesOf(this.foreteller.openIds(), BATCH)) {
      const last = await this.store.findLast(ids);
      const found = ids.flatMap((id) => this.movedSince(last.get(id), id, now) ?? []);
      const laws = await this.readLaws(found);
      const moved: Movement[] = [];
      for (const { open, foretold, reason, isAtOnce } of found) {
        if (await this.store.revise(this.promiseOf(open, foretold, reason, now, laws), isAtOnce)) moved.push(movementOf(open));
      }
      this.announcer.announce(moved);
      count += moved.length;
      await breathe();
    }
    return count;
  }

  /** How many applications are kept in mind, and what is still to be written: bounded by what is open, however long the history. */
  get held(): { open: number; ended: number; cases: number; toWrite: number } {
    return { ...this.foreteller.held, toWrite: this.due.size + this.ends.size };
  }

  private movedSince(kept: KeptPromise | undefined, id: string, now: number): Moved | undefined {
    const open = this.foreteller.find(id);
    const fresh = open && kept && this.foreteller.look(id, now);
    if (!fresh || kept.reason.code === 'late') return undefined;
    const today = dayOf(now);
    const wasTooFew = kept.promisedOn === null && kept.basis.finished < NEEDED;
    if (kept.promisedOn !== null && kept.promisedOn < today) return { open, foretold: { ...fresh, by: undefined }, reason: { code: 'late' }, isAtOnce: true };
    if (fresh.by === undefined || dayOf(fresh.by) < today) return undefined;
    if (wasTooFew) return { open, foretold: fresh, reason: { code: 'enough', finished: fresh.finished }, isAtOnce: true };
    if (kept.promisedOn === null || !isWorthTelling(kept.promisedOn, dayOf(fresh.by), today)) return undefined;
    return { open, foretold: fresh, reason: reasonOfReckoning(dayOf(fresh.by) > kept.promisedOn, kept.basis.legs, fresh.path.legs), isAtOnce: false };
  }

  private async hear(page: readonly Told[]): Promise<void> {
    for (const [at, told] of page.entries()) {
      this.see(told);
      if (at % BREATH === BREATH - 1) await breathe();
    }
  }

  private see({ filed, line, promised }: Told): void {
    const before = this.foreteller.find(filed.id);
    if (before && before.revision >= line.revision) return;
    const hadEnded = this.foreteller.hasEnded(filed.id);
    const open = this.foreteller.see(filed, line);
    if (open && line.revision > promised) {
      const reason: Reason = line.type === 'submitted' || !before ? { code: 'first' } : { code: 'event', type: line.type };
      if (!this.due.has(filed.id) || open.foretold) this.due.set(filed.id, { reason, foretold: open.foretold });
    } else if (!open && !hadEnded) {
      this.due.delete(filed.id);
      this.ends.set(filed.id, { revision: line.revision, at: new Date(line.at), outcome: this.foreteller.endOf(filed.id) });
    }
    for (const other of this.foreteller.waitingFor(filed)) {
      if (!this.due.has(other.filed.id)) this.due.set(other.filed.id, { reason: { code: 'earlier-licence', licence: filed.code }, foretold: undefined });
    }
  }

  /** What cannot be written now stays to be written. */
  private async write(): Promise<number> {
    const moved: Movement[] = [];
    for (const ids of pagesOf([...this.due.keys()], BATCH)) {
      const watched = await this.store.findWatched(ids);
      const found = ids.flatMap((id) => {
        const open = this.foreteller.find(id);
        if (open && open.revision > (watched.get(id)?.revision ?? 0)) return [open];
        this.due.delete(id);
        return [];
      });
      moved.push(...(await this.keepDue(found)));
    }
    for (const ids of pagesOf([...this.ends.keys()], BATCH)) await this.markEnds(ids);
    this.announcer.announce(moved);
    return moved.length;
  }

  private async keepDue(found: readonly Open[]): Promise<Movement[]> {
    const now = Date.now();
    const laws = await this.readLaws(found.map((open) => ({ open })));
    const moved: Movement[] = [];
    for (const open of found) {
      const due = this.due.get(open.filed.id);
      const foretold = due && this.foretoldOf(open.filed, due, now);
      if (foretold && (await this.store.keep(this.promiseOf(open, foretold, due.reason, now, laws)))) moved.push(movementOf(open));
      this.due.delete(open.filed.id);
    }
    return moved;
  }

  /** Only those of which something was promised need a mark. */
  private async markEnds(ids: readonly string[]): Promise<void> {
    const watched = await this.store.findWatched(ids);
    for (const id of ids) {
      const end = this.ends.get(id);
      if (end && watched.get(id)?.hasEnded === false) await this.store.end(id, end.revision, end.at, end.outcome);
      this.ends.delete(id);
    }
  }

  private foretoldOf({ id }: Filed, { reason, foretold }: Due, now: number): Foretold | undefined {
    return (reason.code === 'earlier-licence' ? this.foreteller.look(id, now) : foretold) ?? this.foreteller.lastSaid(id);
  }

  /** A day that has passed is not promised. */
  private promiseOf({ filed, revision }: Open, { by, path, stretch, finished }: Foretold, reason: Reason, now: number, laws: ReadonlyMap<string, LawsTime>): NewPromise {
    const basis: Basis = { finished, needed: NEEDED, share: SHARE, stretch: stretch ?? null, path: path.length, legs: path.legs, first: path.first ?? null };
    const promisedOn = by !== undefined && dayOf(by) >= dayOf(now) ? dayOf(by) : null;
    return { applicationId: filed.id, revision, promisedOn, statutoryOn: this.statutoryOf(filed, laws), reason, basis };
  }

  /** The law's times of some applications, and of those that come before them. */
  private async readLaws(of: readonly { open: Open }[]): Promise<ReadonlyMap<string, LawsTime>> {
    const ids = new Set<string>();
    const add = (filed: Filed): void => {
      if (ids.has(filed.id)) return;
      ids.add(filed.id);
      this.foreteller.openBefore(filed).forEach(add);
    };
    for (const { open } of of) add(open.filed);
    return ids.size > 0 ? readLawsTimes(this.reading.source, [...ids]) : new Map();
  }

  private statutoryOf(filed: Filed, laws: ReadonlyMap<string, LawsTime>, above: readonly string[] = []): string | null {
    const time = laws.get(filed.id);
    if (!time) return null;
    const before = time.startedAt ? [] : this.foreteller.openBefore(filed).filter(({ id }) => !above.includes(id)).map((other) => this.statutoryOf(other, laws, [...above, filed.id]));
    const last = before.includes(null) ? undefined : before.toSorted().at(-1);
    return statutoryDay(filed.definition, time, last ? new Date(`${last}T23:59:59.999+07:00`) : null, this.reading.calendar);
  }
}

function movementOf({ filed, revision }: Open): Movement {
  return { caseId: filed.caseId, applicationId: filed.id, revision };
}
