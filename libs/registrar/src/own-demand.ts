import { Refusal, type Actor } from '@anuyat/contract';
import type { EventRule } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';

const LAST_DEMAND = `SELECT actor ->> 'accountId' AS account FROM history WHERE application_id = $1 AND type = $2 ORDER BY revision DESC LIMIT 1`;

/** Nobody consents to an own demand, whatever they may do otherwise. @throws Refusal `not-allowed`. */
export async function refuseOwnDemand(client: PoolClient, applicationId: string, { lane }: EventRule, actor: Actor): Promise<void> {
  const { rows } = await client.query<{ account: string }>(LAST_DEMAND, [applicationId, `${lane ?? ''}.demanded`]);
  if (actor.kind === 'person' && rows[0]?.account === actor.accountId) {
    throw new Refusal('not-allowed', { detail: { th: 'ผู้ที่ขอเรียกเพิ่มจะเห็นชอบคำขอของตนเองไม่ได้', en: 'Whoever proposed the demand cannot agree to it.' } });
  }
}
