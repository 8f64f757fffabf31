import type { ClockUnit, DayUnit, Effect, EffectParams } from '@anuyat/licence-kit';
import { findNamedMoment } from './named-moment';
import type { GovernmentCalendar } from './government-calendar';

/** A clock to set, with the moment at which it rings and what that is worked out from. */
export interface TimerEntry {
  name: string;
  lane: string | null;
  event: string;
  due_at: string;
  /** Null for a day that was named and is not counted. */
  days: number | null;
  unit: ClockUnit | null;
}

/** A running clock whose due date moves. */
export interface MovedTimer {
  name: string;
  due_at: string;
}

/** What a step does to the clocks of its application; a clock set and stopped in one step ends as the later says. */
export interface ClockChanges {
  set: TimerEntry[];
  stop: string[];
  moved: MovedTimer[];
  /** Suspended clocks that go on with what is left of them. */
  resume: { name: string; unit: DayUnit }[];
  stopsAll: boolean;
}

/** A clock with that of its delay notices, which stops when it does. */
export function withNotices(name: string): string[] {
  return name.endsWith('.due') ? [name, `${name}.notice`] : [name];
}

/** Reads the clock effects in their order. @param data of the event, which may name the days of clocks. */
export function clockChanges(effects: readonly Effect[], calendar: GovernmentCalendar, now: Date, data: Record<string, unknown> = {}): ClockChanges {
  const last = new Map<string, TimerEntry | null>();
  const resumed = new Map<string, DayUnit>();
  let stopsAll = false;
  const set = (name: string, lane: string | null, days: number, unit: ClockUnit, event: string): void =>
    void last.set(name, { name, lane, event, due_at: calendar.dueAt(now, days, unit).toISOString(), days, unit });
  for (const effect of effects) {
    if (effect.type === 'startClock') {
      const { name, lane, days, unit, then } = effect.params;
      set(name, lane ?? null, days, unit, then);
      resumed.delete(name);
    } else if (effect.type === 'setClock') {
      last.set(effect.params.name, namedDay(effect.params, data, now));
    } else if (effect.type === 'stopClock' || effect.type === 'suspendClock') {
      for (const name of withNotices(effect.params.name)) last.set(name, null);
      resumed.delete(effect.params.name);
    } else if (effect.type === 'resumeClock') {
      resumed.set(effect.params.name, effect.params.unit);
      last.delete(effect.params.name);
    } else if (effect.type === 'closeAll') {
      stopsAll = true;
      last.clear();
      resumed.clear();
    }
  }
  return {
    set: [...last.values()].filter((timer) => timer !== null),
    stop: [...last].filter(([, timer]) => timer === null).map(([name]) => name),
    moved: effects.some(({ type }) => type === 'refreshClocks') ? ((data['clocks'] ?? []) as { name: string; to: string }[]).map(({ name, to }) => ({ name, due_at: to })) : [],
    resume: [...resumed].map(([name, unit]) => ({ name, unit })),
    stopsAll,
  };
}

/** Null where the event names no day, and for a reminder whose moment has passed: then the clock does not run. */
function namedDay({ name, lane, on, daysBefore, isReminder, then }: EffectParams['setClock'], data: Record<string, unknown>, now: Date): TimerEntry | null {
  const rings = findNamedMoment(data[on], daysBefore, now);
  if (!rings || (isReminder && rings <= now)) return null;
  return { name, lane: lane ?? null, event: then, due_at: rings.toISOString(), days: null, unit: null };
}
