import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { Dossier, GovernmentCalendar } from '@anuyat/registrar';

/** What the law's time for an application is counted from. */
export interface LawsTime {
  clock: LicenceDefinition['clock'];
  /** When the offices' time began; null while it waits for another licence. */
  startedAt: Date | null;
  /** When the lanes that are open are due. */
  laneDues: Date[];
}

/** Reads it off the history and the running clocks. */
export function lawsTimeOf({ application, history, clocks }: Dossier, { clock }: Pick<LicenceDefinition, 'clock'>): LawsTime {
  const met = history.find(({ type }) => type === 'prerequisites.met');
  const isWaiting = application.status === 'waiting';
  return {
    clock,
    startedAt: met ? met.at : isWaiting ? null : application.receivedAtLegal,
    laneDues: clocks.filter(({ name, isStopped }) => !isStopped && name.endsWith('.due')).map(({ dueAt }) => dueAt),
  };
}

/**
 * The day by which the law has the offices decide: the time for the whole from its beginning, or a lane's own clock where that runs longer, as after
 * an answer. What waits is counted from the day on which what comes first is due.
 */
export function statutoryDay({ clock, startedAt, laneDues }: LawsTime, firstDue: Date | null, calendar: Pick<GovernmentCalendar, 'dueAt'>): string | null {
  const from = startedAt ?? firstDue;
  if (!from) return null;
  const whole = calendar.dueAt(from, clock.days, clock.unit);
  return bangkokDate(new Date(Math.max(...[whole, ...laneDues].map((each) => each.getTime()))));
}
