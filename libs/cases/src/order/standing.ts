import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { EntityManager } from 'typeorm';

/** Whose licences count, and for which business at which place. */
export interface Standpoint {
  accountId: string;
  caseId: string;
  /** The company that the applicant acts for; null for oneself. */
  actingFor: string | null;
  businessName: string | null;
  /** As the answers have it under `premises.address`. */
  address: unknown;
}

/** Valid licences of the account: of the case itself, or of the same business (registrations) or the same place (all others). */
const STANDING = `
  SELECT DISTINCT l.code
    FROM licence l JOIN case_file c ON c.id = l.case_id LEFT JOIN application life ON life.life_of = l.number
   WHERE l.account_id = $1 AND l.code = ANY($2) AND coalesce(life.status, l.status) IN ('valid', 'expiring')
     AND (l.valid_until IS NULL OR l.valid_until >= (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)
     AND (c.id = $3 OR (c.acting_for IS NOT DISTINCT FROM $4
          AND CASE WHEN l.code = ANY($5) THEN c.business_name IS NOT DISTINCT FROM $6 ELSE c.answers #> '{premises,address}' = $7::jsonb END))`;

/** Which of these licence types the applicant holds, valid today, for this business and place. */
export async function findStanding(tx: EntityManager, at: Standpoint, codes: readonly string[], kindOf: (code: string) => LicenceDefinition['kind'] | undefined): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const ofTheBusiness = codes.filter((code) => kindOf(code) === 'registration');
  const rows: { code: string }[] = await tx.query(STANDING, [at.accountId, codes, at.caseId, at.actingFor, ofTheBusiness, at.businessName, JSON.stringify(at.address ?? null)]);
  return new Set(rows.map(({ code }) => code));
}
