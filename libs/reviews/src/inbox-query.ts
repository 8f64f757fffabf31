import type { PersonActor } from '@anuyat/contract';
import type { ReviewStage } from '@anuyat/licence-kit';
import type { Cursor } from './inbox-cursor';

/** What an officer may narrow the inbox by. */
export interface InboxFilter {
  mine?: boolean;
  overdue?: boolean;
  /** Only what went to the supervisor. */
  escalated?: boolean;
  stage?: ReviewStage;
  licence?: string;
  q?: string;
  sort?: 'due' | 'new';
  after?: string;
  limit?: number;
}

/** The columns of a task that officers see. */
export const TASK_COLUMNS = `id, application_id, case_id, number, office, lane, stage, status, licence, business_name, applicant_name,
  place_th, place_en, due_at, escalated_for, assignee, assignee_name, created_at, case_rests(case_id) AS is_resting`;

const EXACTLY = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

const orders = {
  due: { by: 'due_at, id', past: '(due_at, id) >', key: `to_char(due_at AT TIME ZONE 'UTC', ${EXACTLY}) AS at` },
  new: { by: 'created_at DESC, id DESC', past: '(created_at, id) <', key: `to_char(created_at AT TIME ZONE 'UTC', ${EXACTLY}) AS at` },
} as const;

/**
 * One page of the inbox as a statement. Only what is asked for stands in it, so that the planner sees it: each office is read from its own
 * place in the index, as far as the page is long, and the pieces are merged. What one holds oneself is read from an index of its own.
 */
export function inboxPage({ accountId, offices }: PersonActor, filter: InboxFilter, after: Cursor | undefined, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [[...new Set(offices.map(({ code }) => code))], limit];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const { by, past, key } = orders[filter.sort ?? 'due'];
  const me = given(accountId);
  const wanted = [
    `NOT (${me}::uuid = ANY(barred))`,
    filter.mine ? `status = 'claimed' AND assignee = ${me}::uuid` : `status IN ('open', 'claimed')`,
    ...(filter.overdue ? ['due_at < now()'] : []),
    ...(filter.escalated ? ['is_escalated'] : []),
    ...(filter.stage ? [`stage = ${given(filter.stage)}`] : []),
    ...(filter.licence ? [`licence = ${given(filter.licence)}`] : []),
    ...(filter.q ? [contains(given(`%${escapeLike(filter.q)}%`))] : []),
    ...(after ? [`${past} (${given(after.at)}::timestamptz, ${given(after.id)}::uuid)`] : []),
  ].join(' AND ');
  const page = `ORDER BY ${by} LIMIT $2`;
  const text = filter.mine
    ? `SELECT ${TASK_COLUMNS}, ${key} FROM task WHERE office = ANY($1::text[]) AND ${wanted} ${page}`
    : `SELECT t.* FROM unnest($1::text[]) AS own (office)
        CROSS JOIN LATERAL (SELECT ${TASK_COLUMNS}, ${key} FROM task WHERE office = own.office AND ${wanted} ${page}) t ${page}`;
  return { text, values };
}

function contains(pattern: string): string {
  return `(number ILIKE ${pattern} OR business_name ILIKE ${pattern} OR applicant_name ILIKE ${pattern})`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
