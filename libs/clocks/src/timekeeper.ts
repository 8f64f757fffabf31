import { Refusal } from '@anuyat/contract';
import type { Registrar } from '@anuyat/registrar';
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
 * Rings the clocks that are due: each sends its event through the door, with a key of its own, so that it rings once however
 * many timekeepers look. The event marks the clock in its own statement.
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
    let rung = 0;
    for (const timer of due) if (await this.ringOne(timer)) rung += 1;
    return rung;
  }

  private async ringOne(timer: DueTimer): Promise<boolean> {
    try {
      await this.registrar.receive({
        applicationId: timer.application_id,
        type: timer.event,
        actor: { kind: 'portal', job: 'timekeeper' },
        key: `${timer.application_id}:${timer.name}:${timer.set_by_revision}`,
        timer: { name: timer.name, setByRevision: timer.set_by_revision },
      });
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'event-not-accepted') await this.retire(timer);
      else this.onError(error as Error);
      return false;
    }
  }

  /** The application moved on between the look and the ring, and this clock means nothing any more. */
  private async retire(timer: DueTimer): Promise<void> {
    await this.source.query(
      `UPDATE timer SET stopped_at = now() WHERE application_id = $1 AND name = $2 AND set_by_revision = $3 AND stopped_at IS NULL AND fired_at IS NULL`,
      [timer.application_id, timer.name, timer.set_by_revision],
    );
  }
}
