import { inForce } from '@anuyat/database';
import type { DataSource } from 'typeorm';

/** Something that a system is to be told: which task changed, and nothing of what is in it. */
export interface Message {
  id: string;
  task_id: string;
  application_id: string;
  office: string;
  lane: string;
  licence: string;
  stage: string;
  status: string;
  revision: number;
  at: Date;
}

/** A system that is due to be told something. */
export interface Addressee {
  id: string;
  webhook_url: string;
  failures: number;
}

/** After so many failures in a row it is tried with one message only, and people are told that it cannot be reached. */
export const MOST_FAILURES = 3;
const LEASE_SECONDS = 30;
const LONGEST_PAUSE_SECONDS = 900;
const TOGETHER = 20;
/** A system that was away for longer asks for its list of tasks. */
const KEPT_DAYS = 7;

/** Takes each due system for a while, so that no two processes tell it the same. */
const TAKE = `
  UPDATE agency_system s SET retry_at = now() + interval '${LEASE_SECONDS} seconds'
    FROM (SELECT id FROM agency_system d
           WHERE d.webhook_url IS NOT NULL AND d.confirmed_at IS NOT NULL AND d.suspended_at IS NULL AND d.ended_at IS NULL AND ${inForce('d')} AND d.retry_at <= now()
             AND NOT (d.id = ANY($1)) AND EXISTS (SELECT FROM system_message m WHERE m.system_id = d.id AND m.next_at <= now())
           ORDER BY d.retry_at FOR UPDATE SKIP LOCKED LIMIT $2) due
   WHERE s.id = due.id RETURNING s.id, s.webhook_url, s.failures`;

const READ = `
  SELECT id, task_id, application_id, office, lane, licence, stage, status, revision, at FROM system_message
   WHERE system_id = $1 AND next_at <= now() ORDER BY at, id LIMIT $2`;

/** What was said meanwhile of the same task stays to be told. */
const TOLD = `
  WITH told AS (DELETE FROM system_message WHERE system_id = $1 AND id = ANY($2))
  UPDATE agency_system SET failures = 0, failing_since = NULL, reached_at = now(), retry_at = now() WHERE id = $1`;

const FAILED = `
  WITH told AS (DELETE FROM system_message WHERE system_id = $1 AND id = ANY($2)),
       tried AS (UPDATE system_message SET attempts = attempts + 1 WHERE system_id = $1 AND id = $3)
  UPDATE agency_system SET failures = failures + 1, failing_since = coalesce(failing_since, now()), retry_at = now() + make_interval(secs => least(${LONGEST_PAUSE_SECONDS}, $4 * power(2, least(failures, 20)))) WHERE id = $1`;

/** What waits to be told to agencies' systems. */
export class Messages {
  constructor(
    private readonly source: DataSource,
    private readonly pauseSeconds: number,
  ) {}

  /** @param busy systems that this process is telling something already. */
  async take(busy: readonly string[], most: number): Promise<Addressee[]> {
    const [rows]: [Addressee[], number] = await this.source.query(TAKE, [busy, most]);
    return rows;
  }

  /** The oldest first; only one for a system that could not be reached. */
  read({ id, failures }: Addressee): Promise<Message[]> {
    return this.source.query(READ, [id, failures > 0 ? 1 : TOGETHER]);
  }

  async told({ id }: Addressee, messages: readonly string[]): Promise<void> {
    await this.source.query(TOLD, [id, messages]);
  }

  /** @param messages those that were told before it failed; @param failed the one that was not. */
  async failed({ id }: Addressee, messages: readonly string[], failed: string): Promise<void> {
    await this.source.query(FAILED, [id, messages, failed, this.pauseSeconds]);
  }

  async forgetOld(): Promise<void> {
    await this.source.query(`DELETE FROM system_message WHERE at < now() - interval '${KEPT_DAYS} days'`);
  }
}
