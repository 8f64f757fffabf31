import { Refusal } from '@anuyat/contract';
import { referenceOf } from '@anuyat/outbox';
import type { Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface Noted {
  id: string;
  application_id: string;
  effect: string;
}

/** Stuck and not told yet; of several of one application the first tells for all. */
const UNTOLD = `
  SELECT DISTINCT ON (s.application_id) s.outbox_id AS id, s.application_id, s.effect
    FROM stuck_work s JOIN outbox o ON o.id = s.outbox_id
   WHERE s.is_stuck AND s.told_at IS NULL AND NOT EXISTS (SELECT FROM stuck_work told WHERE told.application_id = s.application_id AND told.told_at IS NOT NULL)
   ORDER BY s.application_id, s.first_at LIMIT 100`;

const TOLD = `UPDATE stuck_work SET told_at = clock_timestamp() WHERE outbox_id = $1`;

/** Told, and nothing of the application is stuck any more. */
const GOES_ON = `
  SELECT s.outbox_id AS id, s.application_id, s.effect FROM stuck_work s
   WHERE s.told_at IS NOT NULL AND NOT EXISTS (SELECT FROM stuck_work other JOIN outbox o ON o.id = other.outbox_id WHERE other.application_id = s.application_id AND other.is_stuck) LIMIT 100`;

/** Done since, or asked for no more; what was told stays until it was told that it goes on. */
const FORGET = `DELETE FROM stuck_work s WHERE s.told_at IS NULL AND NOT EXISTS (SELECT FROM outbox o WHERE o.id = s.outbox_id)`;

/**
 * Tells histories when the portal itself is stuck, and when it goes on: between the two the time is the portal's. The list forgets what was
 * done since, so that doing it need not know of the list.
 */
export class StuckWatch {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receive'>,
  ) {}

  /** One look; several may look at the same time. */
  async look(): Promise<void> {
    for (const noted of await this.source.query<Noted[]>(UNTOLD)) {
      await this.tell(noted, 'portal.stuck');
      await this.source.query(TOLD, [noted.id]);
    }
    for (const noted of await this.source.query<Noted[]>(GOES_ON)) {
      await this.tell(noted, 'portal.resumed');
      await this.source.query(`DELETE FROM stuck_work WHERE outbox_id = $1`, [noted.id]);
    }
    await this.source.query(FORGET);
  }

  private async tell({ id, application_id: applicationId, effect }: Noted, type: string): Promise<void> {
    try {
      await this.registrar.receive({ applicationId, type, data: { effect, reference: referenceOf(id) }, actor: { kind: 'portal', job: 'stuck-watch' }, key: `${type}:${id}` });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
