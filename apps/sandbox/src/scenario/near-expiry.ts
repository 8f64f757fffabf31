/** Runs one statement with its values on the portal's database. */
export type Query = (sql: string, values: unknown[]) => Promise<unknown>;

const TIMERS = `
  UPDATE timer SET due_at = due_at - make_interval(days => (SELECT valid_until - (now() AT TIME ZONE 'Asia/Bangkok')::date - $2::int FROM licence WHERE number = $1))
   WHERE application_id = (SELECT id FROM application WHERE life_of = $1) AND stopped_at IS NULL AND fired_at IS NULL`;

const LICENCE = `
  UPDATE licence SET issued_on = issued_on - shift.days, valid_from = valid_from - shift.days, edition_on = edition_on - shift.days, valid_until = valid_until - shift.days
    FROM (SELECT valid_until - (now() AT TIME ZONE 'Asia/Bangkok')::date - $2::int AS days FROM licence WHERE number = $1) AS shift
   WHERE number = $1`;

/** The paper says what the licence does. */
const EDITION = `
  UPDATE licence_edition e SET valid_from = l.valid_from, valid_until = l.valid_until FROM licence l WHERE l.number = $1 AND e.number = l.number AND e.edition = l.edition`;

/** What tells of a life that nothing has happened in yet; the portal opens it again by itself, within a minute. */
const LIFE = `SELECT id FROM application WHERE life_of = $1 AND revision = 1`;
const OF_LIFE = [
  `DELETE FROM timer WHERE application_id = (${LIFE})`,
  `DELETE FROM history WHERE application_id = (${LIFE})`,
  `DELETE FROM application WHERE id = (${LIFE})`,
];

/** Only for made-up licences in tests: as if the time until so many days are left had passed. Its clocks ring by themselves; a replay tells that they were moved. */
export async function bringNearExpiry(query: Query, number: string, daysLeft: number): Promise<void> {
  await query(TIMERS, [number, daysLeft]);
  await query(LICENCE, [number, daysLeft]);
}

/**
 * Only for made-up licences of a sandbox, as the owner of the database: as if it had been issued so long ago that so many days are left.
 * Its life begins anew with those dates, so that its history, clocks and licence agree.
 */
export async function issueLongAgo(query: Query, number: string, daysLeft: number): Promise<void> {
  await query('BEGIN', []);
  for (const sql of OF_LIFE) await query(sql, [number]);
  await query(LICENCE, [number, daysLeft]);
  await query(EDITION, [number]);
  await query('COMMIT', []);
}
