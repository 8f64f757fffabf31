import { randomUUID } from 'node:crypto';
import { Refusal } from '@anuyat/contract';
import type { DataSource } from 'typeorm';
import { LIFETIME, type Piece } from './upload-row';

/** How long a writer that shows no sign of life keeps others away, and how often it shows one. */
const LEASE_SECONDS = 10;
const BEAT_MS = 3_000;

const TAKE = `
  UPDATE upload SET writer = $3, writer_until = now() + make_interval(secs => ${LEASE_SECONDS}), expires_at = now() + ${LIFETIME}
   WHERE id = $1 AND received = $2 AND expires_at > now() AND result IS NULL AND (writer IS NULL OR writer_until <= now()) RETURNING id`;
const HOLD = `UPDATE upload SET writer_until = now() + make_interval(secs => ${LEASE_SECONDS}) WHERE id = $1 AND writer = $2`;
const LAY_DOWN = `UPDATE upload SET writer = NULL, writer_until = NULL WHERE id = $1 AND writer = $2`;
const WRITE = `
  WITH moved AS (
    UPDATE upload SET received = received + $4, writer_until = now() + make_interval(secs => ${LEASE_SECONDS}), expires_at = now() + ${LIFETIME}
     WHERE id = $1 AND writer = $2 AND received = $3 RETURNING id
  )
  INSERT INTO upload_piece (upload_id, starts_at, bytes, sha256, seal)
  SELECT id, p.starts_at, p.bytes, p.sha256, p.seal FROM moved, jsonb_to_recordset($5::jsonb) AS p (starts_at int, bytes int, sha256 text, seal jsonb) RETURNING starts_at`;

/**
 * The right to write an upload: one process at a time has it, whichever process that is. A writer that fell silent loses it to the next one,
 * and whatever it still brings is refused, for it writes by a name that is no longer the writer’s.
 */
export class Pen {
  private lastSign = Date.now();
  private isWorking = false;
  private readonly beat: NodeJS.Timeout;

  private constructor(
    private readonly source: DataSource,
    private readonly uploadId: string,
    private readonly name: string,
  ) {
    this.beat = setInterval(() => {
      if (this.isWorking || Date.now() - this.lastSign < BEAT_MS) void this.source.query(HOLD, [this.uploadId, this.name]).catch(() => undefined);
    }, BEAT_MS);
    this.beat.unref();
  }

  /** @throws Refusal `upload-busy` while another holds it, `upload-offset` where the upload stands elsewhere meanwhile. */
  static async take(source: DataSource, uploadId: string, received: number): Promise<Pen> {
    const name = randomUUID();
    const [[taken]]: [unknown[]] = await source.query(TAKE, [uploadId, received, name]);
    if (taken) return new Pen(source, uploadId, name);
    const [now]: { received: number }[] = await source.query(`SELECT received FROM upload WHERE id = $1`, [uploadId]);
    throw new Refusal(now && now.received !== received ? 'upload-offset' : 'upload-busy');
  }

  /** The sender is alive. */
  sign(): void {
    this.lastSign = Date.now();
  }

  /** Keeps the pen while this lasts, however long. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.isWorking = true;
    try {
      return await work();
    } finally {
      this.isWorking = false;
      this.sign();
    }
  }

  /** Notes pieces that follow each other from where the upload stands. @returns false where the pen is another’s by now: nothing is noted then. */
  async note(pieces: readonly Piece[]): Promise<boolean> {
    const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0);
    const noted: unknown[] = await this.source.query(WRITE, [this.uploadId, this.name, pieces[0]?.starts_at ?? 0, bytes, JSON.stringify(pieces)]);
    return noted.length > 0;
  }

  async layDown(): Promise<void> {
    clearInterval(this.beat);
    await this.source.query(LAY_DOWN, [this.uploadId, this.name]);
  }
}
