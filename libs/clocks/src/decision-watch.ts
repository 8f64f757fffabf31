import type { GovernmentCalendar, Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface Waiting {
  application_id: string;
  revision: number;
  notice: string;
  decided_at: Date;
}

/** Days in which a decision is told (Licensing Facilitation Act B.E. 2558 s.10). */
const TOLD_WITHIN_DAYS = 7;

/** Notices that tell a decision: that it is granted against the fee, or issued, refused, returned or closed. */
const DECISIONS = ['fee-due', 'issued', 'refused', 'returned', 'filing-ended'];

/**
 * A decision's own line in the outbox is its clock: made with the decision, gone when the notice is sent. A line that is still there is a
 * decision that nobody was told of. It is looked for a day early, since which day it ends on depends on the hour.
 */
const WAITING = `
  SELECT o.application_id, o.revision, o.params ->> 'notice' AS notice, o.created_at AS decided_at FROM outbox o
   WHERE o.effect = 'tell' AND o.params ->> 'notice' = ANY($1) AND o.created_at < now() - make_interval(days => $2 - 1)
     AND NOT EXISTS (
       SELECT FROM history h WHERE h.application_id = o.application_id AND h.type = 'decision.untold' AND h.data @> jsonb_build_object('revision', o.revision, 'notice', o.params ->> 'notice')
     )
   ORDER BY o.created_at LIMIT 100`;

const TOLD = `
  UPDATE untold_decision u SET told_at = now()
   WHERE u.told_at IS NULL AND NOT EXISTS (
     SELECT FROM outbox o WHERE o.application_id = u.application_id AND o.revision = u.decided_by_revision AND o.effect = 'tell' AND o.params ->> 'notice' = u.notice
   )`;

/** Sees that every decision is told within seven days; one that is not goes into the history and to the administrators, until it is told. */
export class DecisionWatch {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receiveMany'>,
    private readonly calendar: GovernmentCalendar,
    private readonly onError: (error: Error) => void,
  ) {}

  /** @returns how many decisions were found untold. */
  async look(): Promise<number> {
    await this.source.query(TOLD);
    const waiting: Waiting[] = await this.source.query(WAITING, [DECISIONS, TOLD_WITHIN_DAYS]);
    const late = waiting.map((each) => ({ ...each, by: this.calendar.dueAt(each.decided_at, TOLD_WITHIN_DAYS, 'unrolled') })).filter(({ by }) => by < new Date());
    const outcomes = await this.registrar.receiveMany(
      late.map(({ application_id, revision, notice, decided_at, by }) => ({
        applicationId: application_id,
        type: 'decision.untold',
        actor: { kind: 'portal', job: 'decision-watch' },
        key: `${application_id}:untold:${notice}:${revision}`,
        data: { notice, revision, decidedAt: decided_at.toISOString(), shouldBeToldBy: by.toISOString() },
      })),
    );
    for (const { failure } of outcomes) if (failure) this.onError(failure);
    return outcomes.filter(({ received }) => received).length;
  }
}
