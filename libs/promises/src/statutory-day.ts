import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { GovernmentCalendar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** What the law's time for an application is counted from. */
export interface LawsTime {
  /** When the offices' time began; null while it waits for another licence. */
  startedAt: Date | null;
  /** When the lanes that are open are due. */
  laneDues: Date[];
}

const LAWS_TIMES = `
  SELECT a.id,
         coalesce((SELECT h.at FROM history h WHERE h.application_id = a.id AND h.type = 'prerequisites.met' ORDER BY h.revision LIMIT 1),
                  CASE WHEN a.status <> 'waiting' THEN a.received_at_legal END) AS "startedAt",
         ARRAY(SELECT t.due_at FROM timer t WHERE t.application_id = a.id AND t.stopped_at IS NULL AND t.name LIKE '%.due') AS "laneDues"
    FROM application a WHERE a.id = ANY($1)`;

/** Reads it off the histories and the running clocks, by application. */
export async function readLawsTimes(source: Pick<DataSource, 'query'>, ids: readonly string[]): Promise<Map<string, LawsTime>> {
  const rows: (LawsTime & { id: string })[] = await source.query(LAWS_TIMES, [ids]);
  return new Map(rows.map(({ id, startedAt, laneDues }) => [id, { startedAt, laneDues }]));
}

/**
 * The day by which the law has the offices decide: the time for the whole from its beginning, or a lane's own clock where that runs longer, as after
 * an answer. What waits is counted from the day on which what comes first is due.
 */
export function statutoryDay({ clock }: Pick<LicenceDefinition, 'clock'>, { startedAt, laneDues }: LawsTime, firstDue: Date | null, calendar: Pick<GovernmentCalendar, 'dueAt'>): string | null {
  const from = startedAt ?? firstDue;
  if (!from) return null;
  const whole = calendar.dueAt(from, clock.days, clock.unit);
  return bangkokDate(new Date(Math.max(...[whole, ...laneDues].map((each) => each.getTime()))));
}
