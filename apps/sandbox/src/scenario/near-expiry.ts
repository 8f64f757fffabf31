/** Runs one statement with its values on the portal's database. */
export type Query = (sql: string, values: unknown[]) => Promise<unknown>;

const TIMERS = `
  UPDATE timer SET due_at = due_at - make_interval(days => (SELECT valid_until - (now() AT TIME ZONE 'Asia/Bangkok')::date - $2::int FROM licence WHERE number = $1))
   WHERE application_id = (SELECT id FROM application WHERE life_of = $1) AND stopped_at IS NULL AND fired_at IS NULL`;

const LICENCE = `
  UPDATE licence SET issued_on = issued_on - shift.days, valid_from = valid_from - shift.days, edition_on = edition_on - shift.days, valid_until = valid_until - shift.days
    FROM (SELECT valid_until - (now() AT TIME ZONE 'Asia/Bangkok')::date - $2::int AS days FROM licence WHERE number = $1) AS shift
   WHERE number = $1`;

/** Only for made-up licences of a sandbox: as if it had been issued long ago and had so many days left. Its clocks ring by themselves. */
export async function bringNearExpiry(query: Query, number: string, daysLeft: number): Promise<void> {
  await query(TIMERS, [number, daysLeft]);
  await query(LICENCE, [number, daysLeft]);
}
