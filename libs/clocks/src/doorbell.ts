import type { QueueBackend } from '@anuyat/outbox';
import type { DataSource } from 'typeorm';
import type { Timekeeper } from './timekeeper';

/** The queue of the delayed jobs that ring. */
export const CLOCKS_QUEUE = 'clocks';

/** One clock for each moment at which any falls due: its ring takes all that are due with it. */
const NEXT = `
  SELECT DISTINCT ON (due_at) application_id AS "applicationId", name, set_by_revision AS "setByRevision",
         greatest(0, extract(epoch FROM due_at - clock_timestamp()) * 1000)::float AS "inMs", (extract(epoch FROM due_at) * 1000)::bigint::text AS due
    FROM timer WHERE stopped_at IS NULL AND fired_at IS NULL AND due_at > now() AND due_at <= now() + make_interval(secs => $1)
   ORDER BY due_at, application_id, name LIMIT 500`;

interface NextBell {
  applicationId: string;
  name: string;
  setByRevision: number;
  inMs: number;
  due: string;
}

export interface DoorbellOptions {
  /** How far ahead bells are hung; the rounds that hang them must come oftener. */
  aheadMs: number;
}

/** After the moment, so that a clock is not found a millisecond short of it. */
const AFTER_MS = 20;

/**
 * Delayed jobs that wake the timekeeper at the moment when a clock falls due. Nothing depends on them: the clocks are rows, and the
 * timekeeper's own rounds find what no bell told of. A job is named for its clock and its moment, so hanging it twice hangs one; a bell
 * that is wrong, for its clock was stopped or moved, wakes the timekeeper for nothing.
 */
export class Doorbell {
  constructor(
    private readonly source: DataSource,
    private readonly backend: Pick<QueueBackend, 'queue' | 'worker'>,
    private readonly timekeeper: Pick<Timekeeper, 'ring'>,
    private readonly options: DoorbellOptions,
  ) {}

  /** Listens for bells. @param onError told of rings that failed; the clock stays due. */
  open(onError: (error: Error) => void): { close(isForced?: boolean): Promise<void> } {
    const worker = this.backend.worker(CLOCKS_QUEUE, () => this.timekeeper.ring(), 1);
    worker.on('failed', (_, error) => onError(error));
    return worker;
  }

  /** Hangs a bell for every moment within reach. @returns how many. */
  async hang(): Promise<number> {
    const next: NextBell[] = await this.source.query(NEXT, [this.options.aheadMs / 1_000]);
    await this.backend.queue(CLOCKS_QUEUE).addBulk(
      next.map(({ applicationId, name, setByRevision, inMs, due }) => ({
        name: 'ring', data: {}, opts: { jobId: `${applicationId}.${name}.${setByRevision}.${due}`, delay: Math.ceil(inMs) + AFTER_MS },
      })),
    );
    return next.length;
  }
}
