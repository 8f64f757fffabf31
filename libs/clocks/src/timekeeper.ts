import { Refusal } from '@anuyat/contract';
import type { Reception, Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

interface DueTimer {
  application_id: string;
  name: string;
  event: string;
  set_by_revision: number;
  /** When it was due, exactly. */
  due: string;
}

/**
 * Due by the database's clock: a worker's clock that is wrong rings nothing early. A clock that counts into a year without any holiday may not
 * really be due: it waits until the calendar is whole, which moves it or lets it ring; administrators are told of the gap.
 */
const DUE = `
  SELECT application_id, name, event, set_by_revision, due_at::text AS due FROM timer
   WHERE stopped_at IS NULL AND fired_at IS NULL AND due_at <= now()
     AND (unit IS NULL OR unit = 'unrolled' OR NOT EXISTS (
       SELECT FROM generate_series(extract(year FROM counts_from AT TIME ZONE 'Asia/Bangkok')::int, extract(year FROM due_at AT TIME ZONE 'Asia/Bangkok')::int) AS y
        WHERE NOT EXISTS (SELECT FROM holiday WHERE date >= make_date(y, 1, 1) AND date < make_date(y + 1, 1, 1))
     ))
     AND ($1::timestamptz IS NULL OR (due_at, application_id, name) > ($1, $2::uuid, $3))
   ORDER BY due_at, application_id, name LIMIT $4`;

const BATCH = 100;

/**
 * Rings the clocks that are due: each sends its event through the door, a hundred in one transaction, with a key of its own, so that it
 * rings once however many timekeepers look. The event marks the clock in its own statement.
 */
export class Timekeeper {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receiveMany'>,
    private readonly onError: (error: Error) => void,
  ) {}

  /**
   * Rings all that is due now. A clock that cannot ring is told of and left for the next time; those after it ring all the same.
   * @returns how many clocks rang.
   */
  async ring(): Promise<number> {
    let rung = 0;
    for (let due = await this.findDue(); due.length > 0; due = due.length < BATCH ? [] : await this.findDue(due.at(-1))) {
      const outcomes = await this.registrar.receiveMany(due.map(eventOf));
      for (const [at, { failure }] of outcomes.entries()) if (failure) await this.settle(due[at] as DueTimer, failure);
      rung += outcomes.filter(({ received }) => received).length;
    }
    return rung;
  }

  private findDue(after?: DueTimer): Promise<DueTimer[]> {
    return this.source.query(DUE, [after?.due ?? null, after?.application_id ?? null, after?.name ?? null, BATCH]);
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
