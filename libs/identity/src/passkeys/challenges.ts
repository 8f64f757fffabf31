import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { Refusal } from '@anuyat/contract';
import { onClient } from '@anuyat/database';
import type { OpenSession } from '../sessions/open-session';
import { challengeFor } from './signed-challenge';

/** To make a passkey, to enter with one, or to sign what a digest stands for. */
export type ChallengePurpose = 'enrol' | 'enter' | 'sign';

/** A challenge that was asked, as it has to be answered. */
export interface AskedChallenge {
  id: string;
  purpose: ChallengePurpose;
  nonce: Buffer;
  /** As WebAuthn writes it: base64url. */
  challenge: string;
  digest: Buffer | null;
}

/** Seconds in which an authenticator must answer, and in which a signature has to be used. */
const answerSeconds = 180;
const useSeconds = 120;

/** What authenticators are asked, each once, and only of the session that it was asked in. */
@Injectable()
export class Challenges {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  async ask({ accountId, id: sessionId }: OpenSession, purpose: ChallengePurpose, digest: Buffer | null, given?: string): Promise<AskedChallenge> {
    const [id, nonce] = [uuidv7(), randomBytes(32)];
    const challenge = given ?? (digest ? challengeFor(nonce, digest) : nonce).toString('base64url');
    await onClient(this.source, async (client) => {
      await client.query(`DELETE FROM passkey_challenge WHERE account_id = $1 AND expires_at < now() - interval '1 day'`, [accountId]);
      await client.query(
        `INSERT INTO passkey_challenge (id, account_id, session_started_at, purpose, nonce, challenge, digest, expires_at)
         SELECT $1, account_id, started_at, $3, $4, $5, $6, now() + make_interval(secs => $7) FROM session WHERE id = decode($2, 'hex')`,
        [id, sessionId, purpose, nonce, challenge, digest, answerSeconds],
      );
    });
    return { id, purpose, nonce, challenge, digest };
  }

  /** Whatever the answer is, there is no second one. @throws Refusal `passkey-refused` when it is over, was answered, or is another session's. */
  async take({ accountId, id: sessionId }: OpenSession, id: string, purposes: readonly ChallengePurpose[]): Promise<AskedChallenge> {
    const { rows } = await onClient(this.source, (client) =>
      client.query<AskedChallenge>(
        `UPDATE passkey_challenge c SET answered_at = now() FROM session s
          WHERE c.id = $1 AND c.account_id = $2 AND c.purpose = ANY($4) AND c.answered_at IS NULL AND c.expires_at > now()
            AND s.id = decode($3, 'hex') AND s.started_at = c.session_started_at AND s.account_id = c.account_id
          RETURNING c.id, c.purpose, c.nonce, c.challenge, c.digest`,
        [id, accountId, sessionId, purposes],
      ),
    );
    if (!rows[0]) throw new Refusal('passkey-refused');
    return rows[0];
  }

  /**
   * Uses a signature for what it was given for, under the key of the call: the same call may come again, another may not.
   * @returns whether there is one.
   */
  async use({ accountId, id: sessionId }: OpenSession, digest: Buffer, key: string): Promise<boolean> {
    const { rowCount } = await onClient(this.source, (client) =>
      client.query(
        `UPDATE passkey_challenge SET used_for = $4 WHERE id = (
           SELECT c.id FROM passkey_challenge c JOIN passkey_signature g ON g.challenge_id = c.id JOIN session s ON s.started_at = c.session_started_at AND s.account_id = c.account_id
            WHERE c.account_id = $1 AND s.id = decode($2, 'hex') AND c.purpose = 'sign' AND c.digest = $3
              AND (c.used_for = $4 OR (c.used_for IS NULL AND g.signed_at > now() - make_interval(secs => $5)))
            ORDER BY c.used_for NULLS LAST LIMIT 1 FOR UPDATE OF c SKIP LOCKED)`,
        [accountId, sessionId, digest, key, useSeconds],
      ),
    );
    return rowCount === 1;
  }

  /** The call was refused, and nothing was written: the signature may be used by the next one. */
  async giveBack(accountId: string, digest: Buffer, key: string): Promise<void> {
    await onClient(this.source, (client) => client.query(`UPDATE passkey_challenge SET used_for = NULL WHERE account_id = $1 AND digest = $2 AND used_for = $3`, [accountId, digest, key]));
  }
}
