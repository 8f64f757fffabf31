import { inForce } from '@anuyat/database';
import type { Text } from '@anuyat/licence-kit';
import type { DataSource, EntityManager } from 'typeorm';

/** Who may consent, in an office, to what an officer may not do alone. */
export interface Supervisor {
  accountId: string;
  name: Text;
}

const LIVE = `${inForce('m')} AND m.office = $1 AND 'supervise' = ANY(m.permissions)`;

/** By a right of their own, or by that of an absent colleague; nobody by the right of somebody who is left out. */
const SUPERVISORS = `
  SELECT a.id AS "accountId", jsonb_build_object('th', a.name_th, 'en', a.name_en) AS name
    FROM account a
   WHERE a.closed_at IS NULL AND a.id <> ALL($2::uuid[])
     AND a.id IN (SELECT m.account_id FROM office_membership m WHERE ${LIVE}
                  UNION ALL
                  SELECT v.stand_in FROM absence_cover v JOIN office_membership m ON m.account_id = v.absent
                   WHERE ${LIVE} AND ${inForce('v')} AND v.absent <> ALL($2::uuid[]))
   ORDER BY a.name_th, a.id`;

/** The supervisors of an office now, without those who have a part in the matter themselves. */
export function readSupervisors(reader: DataSource | EntityManager, office: string, without: readonly string[]): Promise<Supervisor[]> {
  return reader.query(SUPERVISORS, [office, without]);
}
