import type { RetentionKind } from '@anuyat/contract';

/** Kinds that a night removes; records stay for good. */
export type Removable = Exclude<RetentionKind, 'record'>;

/**
 * What is past by the rules in force and the database's clock, as `id`. Nothing that somebody waits for is in any of them: `case_at_rest` knows cases in which no
 * application, licence, bill, task, clock, refund or renewal is open.
 */
export const PAST: Record<Removable, string> = {
  draft: `SELECT id FROM case_file WHERE status = 'draft' AND submitted_at IS NULL AND updated_at < retention_before('draft')`,
  answers: `SELECT c.id FROM case_file c JOIN case_at_rest r ON r.case_id = c.id WHERE c.answers <> '{}' AND r.since < retention_before('answers')`,
  papers: `SELECT d.id FROM document d JOIN case_at_rest r ON r.case_id = d.case_id WHERE d.removed_at IS NULL AND r.since < retention_before('papers')`,
  notice: `SELECT n.id FROM notice n JOIN case_at_rest r ON r.case_id = n.case_id WHERE n.at < retention_before('notice') AND r.since < retention_before('notice')`,
  session: `SELECT id FROM session WHERE coalesce(ended_at, expires_at) < retention_before('session') AND expires_at < retention_before('session')`,
  'security-event': `SELECT id FROM security_event WHERE at < retention_before('security-event')`,
  'access-note': `SELECT id FROM access_note WHERE at < retention_before('access-note')`,
};

export const REMOVABLE = Object.keys(PAST) as Removable[];
