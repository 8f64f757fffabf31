import { countOf, rowsOf, type Invariant } from './world';

interface Clock {
  application_id: string;
  name: string;
  fired: string | null;
  stopped: string | null;
  set_by_revision: number;
  rings: number;
  early: number;
}

const CLOCKS = `
  SELECT t.application_id, t.name, t.fired_at::text AS fired, t.stopped_at::text AS stopped, t.set_by_revision,
         (SELECT count(*)::int FROM history h WHERE h.application_id = t.application_id AND h.type = m.event AND h.actor ->> 'job' = 'timekeeper' AND h.revision > m."setByRevision" AND h.at >= m."to") AS rings,
         (SELECT count(*)::int FROM history h WHERE h.application_id = t.application_id AND h.type = m.event AND h.actor ->> 'job' = 'timekeeper' AND h.revision > m."setByRevision" AND h.at < m."to") AS early
    FROM jsonb_to_recordset($1) AS m ("applicationId" uuid, name text, event text, "setByRevision" int, "to" timestamptz)
    JOIN timer t ON t.application_id = m."applicationId" AND t.name = m.name`;

/** Far beyond the timekeeper's own rounds. */
const LATE = `SELECT application_id, name FROM timer WHERE stopped_at IS NULL AND fired_at IS NULL AND greatest(due_at, set_at) < now() - interval '60 seconds'`;

/** Rung, but no line of the history tells so; or the other way round. */
const UNTOLD = `
  SELECT t.application_id, t.name FROM timer t
   WHERE t.fired_at IS NOT NULL AND NOT EXISTS (SELECT FROM history h WHERE h.application_id = t.application_id AND h.type = t.event AND h.at = t.fired_at)`;

/** I5: by the database's clock, once each. */
export const clocksRingOnce: Invariant = {
  id: 'I5', title: 'Every clock rings once, at its time by the database’s clock',
  async check(world) {
    const clocks = await rowsOf<Clock>(world, CLOCKS, [JSON.stringify(world.broughtForward)]);
    const named = ({ application_id, name }: Pick<Clock, 'application_id' | 'name'>): string => `the clock ${name} of ${application_id}`;
    const breaches = [
      ...clocks.filter(({ early }) => early > 0).map((clock) => `Before its time rang ${named(clock)}.`),
      ...clocks.filter(({ rings }) => rings > 1).map((clock) => `${clock.rings} times rang ${named(clock)}.`),
      ...clocks.filter(({ rings, stopped }) => rings === 0 && stopped === null).map((clock) => `Never rang ${named(clock)}, though it was due.`),
      ...(await rowsOf<Clock>(world, LATE)).map((clock) => `Not in a minute rang ${named(clock)}.`),
      ...(await rowsOf<Clock>(world, UNTOLD)).map((clock) => `The history does not tell that it rang: ${named(clock)}.`),
    ];
    const rung = clocks.filter(({ rings }) => rings === 1).length;
    const running = await countOf(world, `SELECT count(*) AS n FROM timer`);
    return { checked: `${clocks.length} clocks that fell due (${rung} rang, ${clocks.length - rung} were stopped before), ${running} in all`, breaches };
  },
};
