import { Refusal } from '@anuyat/contract';
import type { Reception, Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface DueTimer {
  application_id: string;
  name: string;
  event: string;
  set_by_revision: number;
}

/** Due by the database's clock: a worker's clock that is wrong rings nothing early. */
const DUE = `
  SELECT application_id, name, event, set_by_revision FROM timer
   WHERE stopped_at IS NULL AND fired_at IS NULL AND due_at <= now()
   ORDER BY due_at LIMIT $1`;

const BATCH = 100;

/**
 * Rings the clocks that are due: each sends its event through the door, all in one transaction, with a key of its own, so that it
 * rings once however many timekeepers look. The event marks the clock in its own statement.
 */
export class Timekeeper {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Registrar,
    private readonly onError: (error: Error) => void,
  ) {}

  /** @returns how many clocks rang. */
  async ring(): Promise<number> {
    const due: DueTimer[] = await this.source.query(DUE, [BATCH]);
    const outcomes = await this.registrar.receiveMany(due.map(eventOf));
    for (const [at, { failure }] of outcomes.entries()) if (failure) await this.settle(due[at] as DueTimer, failure);
    return outcomes.filter(({ received }) => received).length;
  }

  private async settle(timer: DueTimer, failure: Error): Promise<void> {
    if (failure instanceof Refusal && failure.code === 'event-not-accepted') await this.retire(timer);
    else this.onError(failure);
  }

  /** The application moved on between the look and the ring, and this clock means nothing any more. */
  private async retire(timer: DueTimer): Promise<void> {
    await this.source.query(
      `UPDATE timer SET stopped_at = now() WHERE application_id = $1 AND name = $2 AND set_by_revision = $3 AND stopped_at IS NULL AND fired_at IS NULL`,
      [timer.application_id, timer.name, timer.set_by_revision],
    );
  }
}

function eventOf({ application_id, name, event, set_by_revision }: DueTimer): Reception {
  return {
    applicationId: application_id,
    type: event,
    actor: { kind: 'portal', job: 'timekeeper' },
    key: `${application_id}:${name}:${set_by_revision}`,
    timer: { name, setByRevision: set_by_revision },
  };
}
