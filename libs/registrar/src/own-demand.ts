import { Refusal, type Actor } from '@anuyat/contract';
import type { EventRule } from '@anuyat/licence-kit';
import type { PoolClient } from 'pg';
import { standsInFor, type Permitted } from './permission';

const LAST_DEMAND = `SELECT actor ->> 'accountId' AS account FROM history WHERE application_id = $1 AND type = $2 ORDER BY revision DESC LIMIT 1`;

/**
 * Nobody consents to an own demand, whatever they may do otherwise, nor by the right of an absent colleague to that colleague's.
 * @throws Refusal `not-allowed`.
 */
export async function refuseOwnDemand(client: PoolClient, application: Permitted & { id: string }, rule: EventRule, actor: Actor): Promise<void> {
  const { rows } = await client.query<{ account: string }>(LAST_DEMAND, [application.id, `${rule.lane ?? ''}.demanded`]);
  const hands = actor.kind === 'person' ? [actor.accountId, standsInFor(actor, rule, application)?.accountId] : [];
  if (rows[0] && hands.includes(rows[0].account)) {
    throw new Refusal('not-allowed', { detail: { th: 'ผู้ที่ขอเรียกเพิ่มจะเห็นชอบคำขอของตนเองไม่ได้', en: 'Whoever proposed the demand cannot agree to it.' } });
  }
}
