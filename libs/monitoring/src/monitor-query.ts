import type { ApplicationStatus } from '@anuyat/contract';

/** What a monitor may narrow the list by. */
export interface MonitorFilter {
  territory?: string;
  licence?: string;
  status?: ApplicationStatus;
  overdue?: boolean;
  q?: string;
  after?: string;
  limit?: number;
}

/** An office's time limit that still counts against it: one that rang counts on until it is decided, unless it approved by ringing. */
const RUNNING = `t.stopped_at IS NULL AND t.name LIKE '%.due' AND NOT (t.event LIKE '%.deemedApproved' AND t.fired_at IS NOT NULL)`;

/** Offices' clocks that run and have passed; what an applicant has to answer in time is not an office's delay. */
export const OVERDUE = `EXISTS (SELECT 1 FROM timer t WHERE t.application_id = a.id AND ${RUNNING} AND t.due_at < now())`;

/** An application as it stands in the list. */
export const ITEM = `
  SELECT a.id, a.case_id, a.number, a.code, a.status, c.business_name, a.estate, a.zone, a.submitted_at,
         (SELECT min(t.due_at) FROM timer t WHERE t.application_id = a.id AND ${RUNNING}) AS due_at
    FROM application a JOIN case_file c ON c.id = a.case_id`;

/**
 * One page of the list as a statement, newest first. Each estate and each zone is read from its own place in the index, as far as the page
 * is long, and the pieces are merged; what lies in an estate and a zone stands in it once.
 */
export function monitorPage(territories: readonly string[], filter: MonitorFilter, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [territories.filter((code) => filter.territory === undefined || code === filter.territory), limit];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const wanted = [
    ...(filter.licence ? [`a.code = ${given(filter.licence)}`] : []),
    ...(filter.status ? [`a.status = ${given(filter.status)}`] : []),
    ...(filter.overdue ? [OVERDUE] : []),
    ...(filter.q ? [contains(given(`%${escapeLike(filter.q)}%`))] : []),
    ...(filter.after ? [`a.id < ${given(filter.after)}::uuid`] : []),
  ].map((condition) => ` AND ${condition}`).join('');
  const page = `ORDER BY a.id DESC LIMIT $2`;
  const newestIn = (column: 'estate' | 'zone'): string =>
    `SELECT hit.id FROM unnest($1::text[]) AS own (code) CROSS JOIN LATERAL (SELECT a.id FROM application a WHERE a.life_of IS NULL AND a.${column} = own.code${wanted} ${page}) hit`;
  return { text: `${ITEM} WHERE a.id IN (${newestIn('estate')} UNION ${newestIn('zone')}) ${page}`, values };
}

function contains(pattern: string): string {
  return `(a.number ILIKE ${pattern} OR EXISTS (SELECT 1 FROM case_file f WHERE f.id = a.case_id AND f.business_name ILIKE ${pattern}))`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
