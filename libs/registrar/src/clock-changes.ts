import type { Effect, EffectParams } from '@anuyat/licence-kit';
import { findNamedMoment } from './named-moment';
import type { GovernmentCalendar } from './government-calendar';

/** A clock to set, with the moment at which it rings. */
export interface TimerEntry {
  name: string;
  lane: string | null;
  event: string;
  due_at: string;
}

/** What a step does to the clocks of its application; a clock set and stopped in one step ends as the later says. */
export interface ClockChanges {
  set: TimerEntry[];
  stop: string[];
  stopsAll: boolean;
}

/** Reads the clock effects in their order. @param data of the event, which may name the days of clocks. */
export function clockChanges(effects: Effect[], calendar: GovernmentCalendar, now: Date, data: Record<string, unknown> = {}): ClockChanges {
  const last = new Map<string, TimerEntry | null>();
  let stopsAll = false;
  for (const effect of effects) {
    if (effect.type === 'startClock') {
      const { name, lane, days, unit, then } = effect.params;
      last.set(name, { name, lane: lane ?? null, event: then, due_at: calendar.dueAt(now, days, unit).toISOString() });
    } else if (effect.type === 'setClock') {
      last.set(effect.params.name, namedDay(effect.params, data, now));
    } else if (effect.type === 'stopClock') {
      last.set(effect.params.name, null);
    } else if (effect.type === 'closeAll') {
      stopsAll = true;
      last.clear();
    }
  }
  return {
    set: [...last.values()].filter((timer) => timer !== null),
    stop: [...last].filter(([, timer]) => timer === null).map(([name]) => name),
    stopsAll,
  };
}

/** Null where the event names no day, and for a reminder whose moment has passed: then the clock does not run. */
function namedDay({ name, lane, on, daysBefore, isReminder, then }: EffectParams['setClock'], data: Record<string, unknown>, now: Date): TimerEntry | null {
  const rings = findNamedMoment(data[on], daysBefore, now);
  if (!rings || (isReminder && rings <= now)) return null;
  return { name, lane: lane ?? null, event: then, due_at: rings.toISOString() };
}
