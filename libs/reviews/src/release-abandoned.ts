import { inForce } from '@anuyat/database';
import type { DataSource, EntityManager } from 'typeorm';

const IS_MEMBER = inForce('m');
const IS_COVERED = inForce('v');

/**
 * Gives back to their offices the tasks of people who work there no more: their term ended, or the time in which they stood in for
 * somebody; and those of agencies' systems that may not work any more. @returns how many there were.
 */
export async function releaseAbandoned(reader: EntityManager | DataSource): Promise<number> {
  const [, given]: [unknown, number] = await reader.query(
    `UPDATE task t SET status = 'open', assignee = NULL, assignee_name = NULL
      WHERE t.status = 'claimed'
        AND NOT EXISTS (SELECT FROM office_membership m WHERE m.account_id = t.assignee AND m.office = t.office AND ${IS_MEMBER})
        AND NOT EXISTS (SELECT FROM agency_system s WHERE s.id = t.assignee AND t.office = ANY(s.offices) AND s.suspended_at IS NULL AND s.ended_at IS NULL AND s.valid_until > now())
        AND NOT EXISTS (SELECT FROM absence_cover v JOIN office_membership m ON m.account_id = v.absent
                         WHERE v.stand_in = t.assignee AND m.office = t.office AND ${IS_COVERED}
                           AND ${IS_MEMBER})`,
  );
  return given;
}
