import type { ClockUnit, Effect, EffectParams } from '@anuyat/licence-kit';
import { withNotices } from '../clock-changes';
import { findNamedMoment } from '../named-moment';
import type { StoredClock, StoredLine } from './stored-application';

/** The end of a time limit by the calendar, and whether the calendar has been changed since it was counted: then nobody can count it again. */
export type DueAt = (from: Date, days: number, unit: ClockUnit, countedAt: Date) => Date | 'counted-by-an-older-calendar';

interface RebuiltClock extends Omit<StoredClock, 'dueAt'> {
  dueAt: Date | undefined;
}

/** Sets, stops and rings the clocks of one application as its history did. */
export class ClockRebuilder {
  private readonly clocks = new Map<string, RebuiltClock>();

  constructor(
    private readonly receivedAtLegal: Date,
    private readonly dueAt: DueAt,
  ) {}

  /** What one step did. A clock rang where the timekeeper sent its event; what is both set and stopped in one step ends as the later says. */
  take(line: Pick<StoredLine, 'type' | 'at' | 'actor' | 'revision' | 'data'>, effects: readonly Effect[]): void {
    const fired = this.findRung(line);
    if (fired) fired.firedAt = line.at;
    const last = new Map<string, RebuiltClock | null>();
    let stopsAll = false;
    for (const effect of effects) {
      if (effect.type === 'startClock') last.set(effect.params.name, this.counted(line, effect.params));
      else if (effect.type === 'setClock') last.set(effect.params.name, this.named(line, effect.params));
      else if (effect.type === 'stopClock' || effect.type === 'suspendClock') for (const name of withNotices(effect.params.name)) last.set(name, null);
      else if (effect.type === 'resumeClock') this.resume(effect.params.name, line.revision);
      else if (effect.type === 'refreshClocks') this.move(line);
      else if (effect.type === 'closeAll') {
        stopsAll = true;
        last.clear();
      }
    }
    const stop = (clock: RebuiltClock | undefined): void => {
      if (clock && clock !== fired) clock.stoppedAt ??= line.at;
    };
    if (stopsAll) this.clocks.forEach(stop);
    for (const [name, set] of last) {
      if (!set) stop(this.clocks.get(name));
      else this.clocks.set(name, set);
    }
  }

  /** The first clock that is stored otherwise. */
  findDifference(stored: readonly StoredClock[]): { expected: string; found: string } | undefined {
    const names = [...new Set([...this.clocks.keys(), ...stored.map(({ name }) => name)])].sort();
    for (const name of names) {
      const found = stored.find((clock) => clock.name === name);
      const rebuilt = this.clocks.get(name);
      const expected = tell(rebuilt, rebuilt?.dueAt ?? found?.dueAt);
      if (expected !== tell(found, found?.dueAt)) return { expected, found: tell(found, found?.dueAt) };
    }
    return undefined;
  }

  private counted({ at, revision }: Pick<StoredLine, 'at' | 'revision'>, { name, lane, days, unit, then }: EffectParams['startClock']): RebuiltClock {
    const due = this.dueAt(this.countsFrom(revision, at), days, unit, at);
    return { name, lane: lane ?? null, event: then, dueAt: due instanceof Date ? due : undefined, setAt: at, setByRevision: revision, stoppedAt: null, firedAt: null };
  }

  /** A clock of a day that the event names; null where it names none, and for a reminder whose moment had passed. */
  private named({ at, revision, data }: Pick<StoredLine, 'at' | 'revision' | 'data'>, { name, lane, on, daysBefore, isReminder, then }: EffectParams['setClock']): RebuiltClock | null {
    const from = this.countsFrom(revision, at);
    const rings = findNamedMoment(data[on], daysBefore, from);
    if (!rings || (isReminder && rings <= from)) return null;
    return { name, lane: lane ?? null, event: then, dueAt: rings, setAt: at, setByRevision: revision, stoppedAt: null, firedAt: null };
  }

  /** What is filed counts from its legal receipt, everything after it from when it happened. */
  private countsFrom(revision: number, at: Date): Date {
    return revision === 1 ? this.receivedAtLegal : at;
  }

  /** The calendar changed: due dates moved as the line tells. */
  private move({ data, revision }: Pick<StoredLine, 'data' | 'revision'>): void {
    for (const { name, to } of (data['clocks'] ?? []) as { name: string; to: string }[]) {
      const clock = this.clocks.get(name);
      if (clock) Object.assign(clock, { dueAt: new Date(to), setByRevision: revision });
    }
  }

  /** Goes on with what was left, counted by the calendar of then: nobody can count that again. */
  private resume(name: string, revision: number): void {
    const clock = this.clocks.get(name);
    if (clock?.stoppedAt) this.clocks.set(name, { ...clock, dueAt: undefined, setByRevision: revision, stoppedAt: null });
  }

  private findRung({ type, actor }: Pick<StoredLine, 'type' | 'actor'>): RebuiltClock | undefined {
    if (actor['job'] !== 'timekeeper') return undefined;
    return [...this.clocks.values()].find(({ event, stoppedAt, firedAt }) => event === type && stoppedAt === null && firedAt === null);
  }
}

function tell(clock: Omit<RebuiltClock, 'dueAt'> | undefined, dueAt: Date | undefined): string {
  if (!clock) return 'none';
  const { name, lane, event, setAt, setByRevision, stoppedAt, firedAt } = clock;
  return JSON.stringify({ name, lane, event, dueAt, setAt, setByRevision, stoppedAt, firedAt });
}
