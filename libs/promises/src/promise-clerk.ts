import { setImmediate as breathe } from 'node:timers/promises';
import type { Announcer, Movement } from '@anuyat/outbox';
import { readDossiers, type Dossier, type Reading } from '@anuyat/registrar';
import type { Filed, SeenLine } from './filed';
import { Foreteller, NEEDED, SHARE, type Foretold, type Open } from './foreteller';
import { findMoved } from './moved-applications';
import { PromiseStore, type Basis, type KeptPromise, type NewPromise } from './promise-store';
import { dayOf } from './promised-day';
import { isWorthTelling, reasonOfReckoning, type Reason } from './reasons';
import { lawsTimeOf, statutoryDay, type LawsTime } from './statutory-day';

const BATCH = 200;
/** Lines that are learnt from at a stretch: whatever else the process does is not held up. */
const BREATH = 100;

interface Told {
  filed: Filed;
  line: SeenLine;
}

/**
 * Promises every open application a date by which nine in ten finish, and tells why it moves. It follows the histories, learns from what ends,
 * and writes to a table of its own; events wait for nothing of it. All it knows can be read again: killed, it begins anew, and what was promised stays.
 */
export class PromiseClerk {
  private readonly foreteller = new Foreteller();
  private readonly store: PromiseStore;
  private readonly laws = new Map<string, LawsTime>();
  /** What is still to be written, with the line that has most to say. */
  private readonly due = new Map<string, Reason>();
  private readonly ends = new Map<string, { revision: number; at: Date; outcome: 'decided' | 'withdrawn' }>();
  private lookedAt: number | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly announcer: Pick<Announcer, 'announce'>,
    private readonly onError: (error: Error) => void,
  ) {
    this.store = new PromiseStore(reading.source);
  }

  /** Follows what happened since the last look; the first one learns from the history. @returns how many dates were promised or moved. */
  async look(): Promise<number> {
    const now = Date.now();
    const moved = await findMoved(this.reading.source, this.lookedAt, this.foreteller);
    const told: Told[] = [];
    for (let at = 0; at < moved.length; at += BATCH) {
      const dossiers = await readDossiers(this.reading.source, { ids: moved.slice(at, at + BATCH) });
      for (const dossier of dossiers) told.push(...this.linesOf(dossier));
    }
    told.sort((a, b) => a.line.at - b.line.at || a.filed.id.localeCompare(b.filed.id) || a.line.revision - b.line.revision);
    for (const [at, each] of told.entries()) {
      this.see(each);
      if (at % BREATH === BREATH - 1) await breathe();
    }
    this.lookedAt = now;
    return this.write();
  }

  /** Looks at all open applications anew: days that passed, queues and offices that got slower or quicker. @returns how many dates moved. */
  async review(now = Date.now()): Promise<number> {
    const ids = this.foreteller.openIds;
    const last = await this.store.findLast(ids);
    const moved: Movement[] = [];
    for (const id of ids) {
      const [open, kept] = [this.foreteller.find(id), last.get(id)];
      const found = open && kept && this.revisionOf(open, kept, now);
      if (open && found && (await this.store.revise(found.promise, found.isAtOnce))) moved.push({ caseId: open.filed.caseId, applicationId: id, revision: open.revision });
    }
    this.announcer.announce(moved);
    return moved.length;
  }

  private revisionOf(open: Open, kept: KeptPromise, now: number): { promise: NewPromise; isAtOnce: boolean } | undefined {
    const today = dayOf(now);
    const fresh = this.foreteller.look(open.filed.id, now);
    if (!fresh || kept.reason.code === 'late') return undefined;
    const wasTooFew = kept.promisedOn === null && kept.basis.finished < NEEDED;
    if (kept.promisedOn !== null && kept.promisedOn < today) return { promise: this.promiseOf(open, { ...fresh, by: undefined }, { code: 'late' }, now), isAtOnce: true };
    if (fresh.by === undefined || dayOf(fresh.by) < today) return undefined;
    if (wasTooFew) return { promise: this.promiseOf(open, fresh, { code: 'enough', finished: fresh.finished }, now), isAtOnce: true };
    if (kept.promisedOn === null || !isWorthTelling(kept.promisedOn, dayOf(fresh.by), today)) return undefined;
    return { promise: this.promiseOf(open, fresh, reasonOfReckoning(dayOf(fresh.by) > kept.promisedOn, kept.basis.legs, fresh.path.legs), now), isAtOnce: false };
  }

  private linesOf(dossier: Dossier): Told[] {
    const { application, history } = dossier;
    try {
      const definition = this.reading.library.getLicence(application.code, application.version);
      const filed: Filed = { id: application.id, caseId: application.caseId, code: application.code, definition, offices: application.offices };
      this.laws.set(filed.id, lawsTimeOf(dossier, definition));
      return history.map((line) => ({ filed, line: { revision: line.revision, type: line.type, at: line.at.getTime(), state: line.state } }));
    } catch (error) {
      this.onError(error as Error);
      return [];
    }
  }

  private see({ filed, line }: Told): void {
    const before = this.foreteller.find(filed.id);
    if (before && before.revision >= line.revision) return;
    const hadEnded = this.foreteller.hasEnded(filed.id);
    const open = this.foreteller.see(filed, line);
    if (open) {
      const reason: Reason = line.type === 'submitted' || !before ? { code: 'first' } : { code: 'event', type: line.type };
      if (!this.due.has(filed.id) || open.foretold.at === line.at) this.due.set(filed.id, reason);
    } else if (!hadEnded) {
      this.due.delete(filed.id);
      this.laws.delete(filed.id);
      this.ends.set(filed.id, { revision: line.revision, at: new Date(line.at), outcome: this.foreteller.endOf(filed.id) });
    }
    for (const other of this.foreteller.waitingFor(filed)) if (!this.due.has(other.filed.id)) this.due.set(other.filed.id, { code: 'earlier-licence', licence: filed.code });
  }

  /** What cannot be written now stays to be written. */
  private async write(): Promise<number> {
    const now = Date.now();
    const moved: Movement[] = [];
    for (const [id, reason] of [...this.due]) {
      const open = this.foreteller.find(id);
      if (open && (await this.store.keep(this.promiseOf(open, this.foretoldOf(open, reason, now), reason, now)))) moved.push({ caseId: open.filed.caseId, applicationId: id, revision: open.revision });
      this.due.delete(id);
    }
    for (const [id, { revision, at, outcome }] of [...this.ends]) {
      await this.store.end(id, revision, at, outcome);
      this.ends.delete(id);
    }
    this.announcer.announce(moved);
    return moved.length;
  }

  private foretoldOf(open: Open, { code }: Reason, now: number): Foretold {
    return code === 'earlier-licence' ? this.foreteller.look(open.filed.id, now) ?? open.foretold : open.foretold;
  }

  /** A day that has passed is not promised. */
  private promiseOf(open: Open, foretold: Foretold, reason: Reason, now: number): NewPromise {
    const { by, path, stretch, finished } = foretold;
    const basis: Basis = { finished, needed: NEEDED, share: SHARE, stretch: stretch ?? null, path: path.length, legs: path.legs, first: path.first ?? null };
    const promisedOn = by !== undefined && dayOf(by) >= dayOf(now) ? dayOf(by) : null;
    return { applicationId: open.filed.id, revision: open.revision, promisedOn, statutoryOn: this.statutoryOf(open.filed), reason, basis };
  }

  private statutoryOf(filed: Filed, above: readonly string[] = []): string | null {
    const laws = this.laws.get(filed.id);
    if (!laws) return null;
    const before = laws.startedAt ? [] : this.foreteller.openBefore(filed).filter(({ id }) => !above.includes(id)).map((other) => this.statutoryOf(other, [...above, filed.id]));
    const last = before.includes(null) ? undefined : before.toSorted().at(-1);
    return statutoryDay(laws, last ? new Date(`${last}T23:59:59.999+07:00`) : null, this.reading.calendar);
  }
}
