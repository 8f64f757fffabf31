import type { QueueBackend } from '@anuyat/outbox';
import type { DataSource } from 'typeorm';
import { maskEmail } from '../mask-email';
import { findLetter, type Letter } from './letter';
import type { LetterWriter } from './letter-writer';
import type { Answered, SmtpDoor } from './smtp-door';

export interface PostmanOptions {
  /** The first pause after a letter was not taken; each next one is twice as long, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** A letter that was taken up and not ended after this long is taken up again. */
  leaseMs: number;
  /** After this long a letter is given up; a code, with the time for which it is good. */
  giveUpMs: number;
}

const DEFAULTS: PostmanOptions = { firstPauseMs: 60_000, longestPauseMs: 4 * 3_600_000, leaseMs: 300_000, giveUpMs: 4 * 86_400_000 };

export const MAIL_QUEUE = 'mail';
const CODE_MS = 1_800_000;
/** Letters that stand at the door at once, and those handed over that wait for it. */
const AT_ONCE = 4;
const MOST_HANDED = 32;
/** So many refusals for good, one after the other, and the address gets no more letters. */
const MOST_REFUSED = 3;

const CLAIM = `
  WITH room AS (SELECT greatest(0, ${MOST_HANDED} - count(*)) AS n FROM letter WHERE state = 'waiting' AND tries > begun AND send_after > now()),
  next AS (SELECT id FROM letter WHERE state = 'waiting' AND send_after <= now() ORDER BY send_after LIMIT (SELECT n FROM room) FOR UPDATE SKIP LOCKED)
  UPDATE letter l SET tries = l.tries + 1, send_after = now() + make_interval(secs => $1) FROM next WHERE l.id = next.id RETURNING l.id, l.tries`;

/** Those that no worker began; one that only waited is passed over when its job comes after all, for its count has moved on. */
const HAND_AGAIN = `UPDATE letter SET send_after = now() WHERE state = 'waiting' AND tries > begun AND send_after > now()`;

/** Only the newest hand-over sends, and it once: the same job delivered again finds that it was begun. */
const BEGIN = `UPDATE letter SET begun = tries, send_after = now() + make_interval(secs => $3) WHERE id = $1 AND tries = $2 AND begun < tries AND state = 'waiting'`;
const DROP = `UPDATE letter SET state = 'dropped', ended_at = now() WHERE id = $1 AND state = 'waiting'`;

const ACCEPTED = `
  WITH ended AS (UPDATE letter SET state = 'sent', to_masked = $2, answer = $3, answered_at = now(), ended_at = now() WHERE id = $1 AND state = 'waiting' RETURNING address_id)
  UPDATE mail_address m SET refused_in_a_row = 0 FROM ended WHERE m.id = ended.address_id AND m.refused_in_a_row > 0`;
const REFUSED = `
  WITH ended AS (UPDATE letter SET state = 'refused', to_masked = $2, answer = $3, answered_at = now(), ended_at = now() WHERE id = $1 AND state = 'waiting' RETURNING address_id)
  UPDATE mail_address m SET refused_in_a_row = refused_in_a_row + 1, failing_since = CASE WHEN refused_in_a_row + 1 >= ${MOST_REFUSED} THEN coalesce(failing_since, now()) END FROM ended WHERE m.id = ended.address_id`;
const LATER = `
  UPDATE letter SET to_masked = $2, answer = $3, answered_at = now(), send_after = now() + make_interval(secs => least($4 * power(2, least(tries, 20) - 1), $5)),
         state = CASE WHEN created_at < now() - make_interval(secs => $6) THEN 'given-up' ELSE state END, ended_at = CASE WHEN created_at < now() - make_interval(secs => $6) THEN now() END
   WHERE id = $1 AND state = 'waiting'`;

interface JobData {
  letterId: string;
  tries: number;
}

/**
 * Brings letters to the mail server, in a queue of their own, so that a slow one delays nobody. The rows are the truth: what is lost between, or was
 * not taken, is tried again with growing pauses. A letter is done when the server has accepted it; a death just then sends it twice, under one Message-ID.
 */
export class Postman {
  private readonly options: PostmanOptions;

  constructor(
    private readonly source: DataSource,
    private readonly backend: QueueBackend,
    private readonly writer: LetterWriter,
    private readonly door: Pick<SmtpDoor, 'deliver'>,
    options: Partial<PostmanOptions> = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
  }

  /** Hands over what is due, as far as there is room. */
  async look(): Promise<void> {
    const [claimed]: [{ id: string; tries: number }[], number] = await this.source.query(CLAIM, [this.options.leaseMs / 1_000]);
    if (claimed.length === 0) return;
    await this.backend.queue(MAIL_QUEUE).addBulk(claimed.map(({ id, tries }) => ({ name: 'letter', data: { letterId: id, tries } satisfies JobData, opts: { jobId: `${id}.${tries}` } })));
  }

  /** The queue lost everything: what it held is due at once, and does not wait for its lease. */
  async handAgain(): Promise<void> {
    await this.source.query(HAND_AGAIN);
  }

  /** Takes letters from the queue. */
  open(onError: (error: Error) => void): { close(): Promise<void> } {
    const worker = this.backend.worker(MAIL_QUEUE, ({ data }) => this.bring(data as JobData), AT_ONCE);
    worker.on('failed', (_, error) => onError(error));
    return worker;
  }

  private async bring({ letterId, tries }: JobData): Promise<void> {
    const [, begun]: [unknown, number] = await this.source.query(BEGIN, [letterId, tries, this.options.leaseMs / 1_000]);
    if (begun === 0) return;
    const letter = await findLetter(this.source.manager, letterId, maskEmail);
    const mail = letter && this.writer.write(letter);
    if (!letter || !mail) return void (await this.source.query(DROP, [letterId]));
    await this.note(letter, await this.door.deliver(mail));
  }

  private async note({ id, kind, masked }: Letter, { outcome, answer }: Answered): Promise<void> {
    const { firstPauseMs, longestPauseMs, giveUpMs } = this.options;
    if (outcome === 'accepted') await this.source.query(ACCEPTED, [id, masked, answer]);
    else if (outcome === 'refused') await this.source.query(REFUSED, [id, masked, answer]);
    else await this.source.query(LATER, [id, masked, answer, firstPauseMs / 1_000, longestPauseMs / 1_000, (kind === 'confirmation' ? Math.min(CODE_MS, giveUpMs) : giveUpMs) / 1_000]);
  }
}
