import { Refusal } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import type { GovernmentCalendar, Registrar } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import type { Finality, HowFinal } from './closing-reasons';
import type { Remedy } from './remedy';
import { findResting } from './resting-filings';

const LOST: readonly string[] = ['upheld', 'not-admitted'] satisfies HowFinal[];

/** The newest revocation of each licence that stands revoked and whose appeals come to this portal; not told as final yet, or with something that still rests. */
const CANDIDATES = `
  SELECT o.id FROM decision_order o JOIN application life ON life.id = o.application_id JOIN case_file c ON c.id = life.case_id
   WHERE o.kind = 'revocation' AND life.state ->> 'value' = 'licenceRevoked' AND o.remedy ->> 'procedure' IS NOT NULL AND life.account_id = c.account_id
     AND NOT EXISTS (SELECT FROM decision_order later WHERE later.application_id = o.application_id AND later.kind = 'revocation' AND later.revision > o.revision)
     AND NOT EXISTS (SELECT FROM appeal p JOIN application a ON a.id = p.application_id WHERE p.order_id = o.id AND a.status NOT IN ('upheld', 'not-admitted', 'withdrawn'))
     AND (EXISTS (SELECT FROM appeal p JOIN application a ON a.id = p.application_id WHERE p.order_id = o.id AND a.status IN ('upheld', 'not-admitted'))
          OR (SELECT min(d.notified_at) FROM delivery d WHERE d.order_id = o.id) + make_interval(days => (o.remedy ->> 'days')::int) < coalesce($1::timestamptz, clock_timestamp()))
     AND (NOT EXISTS (SELECT FROM history h WHERE h.application_id = o.application_id AND h.type = 'revocation.final' AND h.revision > o.revision)
          OR EXISTS (SELECT FROM case_file f JOIN application a ON a.case_id = f.id AND a.life_of IS NULL
                      WHERE f.of_licence = life.life_of AND f.filing_kind <> 'new' AND a.status IN ('waiting', 'in-review', 'awaiting-answer', 'awaiting-payment', 'issuing')
                        AND NOT EXISTS (SELECT FROM appeal p WHERE p.application_id = a.id)))
   ORDER BY EXISTS (SELECT FROM history h WHERE h.application_id = o.application_id AND h.type = 'revocation.final' AND h.revision > o.revision), o.id LIMIT 100`;

const LICENCE = `SELECT life.life_of AS licence FROM decision_order o JOIN application life ON life.id = o.application_id WHERE o.id = $1`;

/** Locked after the filings, as issuing and annulling do; an appeal is filed under the same lock, so that it comes before this or too late. */
const LOCK_LIFE = `SELECT a.id FROM application a JOIN decision_order o ON o.application_id = a.id WHERE o.id = $1 FOR UPDATE OF a`;

const STANDING = `
  SELECT o.application_id AS life, o.number, o.remedy, a.state ->> 'value' = 'licenceRevoked' AS is_revoked, coalesce($2::timestamptz, clock_timestamp()) AS now,
         (SELECT min(d.notified_at) FROM delivery d WHERE d.order_id = o.id) AS notified_at,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('status', p.status, 'number', p.number, 'endedAt', h.at) ORDER BY h.at), '[]')
            FROM appeal x JOIN application p ON p.id = x.application_id JOIN history h ON h.application_id = p.id AND h.revision = p.revision WHERE x.order_id = o.id) AS appeals
    FROM decision_order o JOIN application a ON a.id = o.application_id WHERE o.id = $1`;

interface Standing {
  life: string;
  number: string;
  remedy: Remedy;
  is_revoked: boolean;
  now: Date;
  notified_at: Date | null;
  appeals: { status: string; number: string; endedAt: string }[];
}

/**
 * Looks for revocations that have become final: not appealed in time, or the appeal was lost (Administrative Procedure Act B.E. 2539 ss.42, 44). The
 * licence's history is told, and what was filed about it ends. Looks again and again, so that nothing is lost; what was told is not told twice.
 */
export class FinalityClerk {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receiveWithin'>,
    private readonly calendar: Pick<GovernmentCalendar, 'dueAt'>,
    private readonly onError: (error: Error) => void,
  ) {}

  /**
   * @param asOf what the time is taken to be; left out, the database's own.
   * @returns how many revocations were found to be final. One that fails holds up no other.
   */
  async look(asOf: Date | null = null): Promise<number> {
    const orders: { id: string }[] = await this.source.query(CANDIDATES, [asOf]);
    let done = 0;
    for (const { id } of orders) {
      try {
        done += (await this.source.transaction((tx) => this.settle(tx, id, asOf))) ? 1 : 0;
      } catch (error) {
        this.onError(error as Error);
      }
    }
    return done;
  }

  private async settle(tx: EntityManager, orderId: string, asOf: Date | null): Promise<boolean> {
    const [found]: { licence: string }[] = await tx.query(LICENCE, [orderId]);
    if (!found) return false;
    const filings = await findResting(tx, found.licence);
    await tx.query(LOCK_LIFE, [orderId]);
    const [standing]: Standing[] = await tx.query(STANDING, [orderId, asOf]);
    const finality = standing && this.finalityOf(standing);
    if (!finality) return false;
    await this.tell(tx, standing.life, 'revocation.final', { ...finality }, orderId);
    for (const { id } of filings) await this.tell(tx, id, 'licence.gone', { licence: found.licence, ...finality }, orderId);
    return true;
  }

  /** Undefined while the order may still be appealed, or annulled. */
  private finalityOf({ number: order, remedy, is_revoked, now, notified_at, appeals }: Standing): Omit<Finality, 'licence'> | undefined {
    const open = appeals.some(({ status }) => status !== 'withdrawn' && !LOST.includes(status));
    if (!is_revoked || open || !notified_at) return undefined;
    const lost = appeals.findLast(({ status }) => LOST.includes(status));
    if (lost) return { order, how: lost.status as HowFinal, appeal: lost.number, finalAt: new Date(lost.endedAt).toISOString() };
    const dueAt = this.calendar.dueAt(notified_at, remedy.days, remedy.unit);
    return dueAt < now ? { order, how: 'not-appealed', finalAt: dueAt.toISOString() } : undefined;
  }

  /** What was filed under a version that does not know this end stays with its office, which is told that it rests. */
  private async tell(tx: EntityManager, applicationId: string, type: string, data: Record<string, unknown>, orderId: string): Promise<void> {
    try {
      await this.registrar.receiveWithin(await clientOf(tx), { applicationId, type, data, actor: { kind: 'portal', job: 'finality-clerk' }, key: `${type}:${orderId}:${applicationId}` });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'event-not-accepted') throw error;
    }
  }
}
