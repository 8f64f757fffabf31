import { createHash } from 'node:crypto';
import { createHeaderAndPayload, StatusList } from '@sd-jwt/jwt-status-list';
import { jwkOf, type KeyRing, type SealingKey } from '@anuyat/seals';
import type { DataSource } from 'typeorm';
import { issuerOf, statusListAt } from './credential';

const SECONDS = 1_000;
const HOUR_S = 3_600;
const HOLDS_S = 24 * HOUR_S;

/** Lists are filled up to a multiple of this, so that their length says little. */
const ROUND_TO = 1_024;

const VALID = 0;
const WITHDRAWN = 1;
const SUSPENDED = 2;

/** Every paper that does not stand for a licence in force: older editions too. What has merely run out says so itself. */
const WITHDRAWN_PAPERS = `
  SELECT s.agency, s.index, CASE WHEN s.edition < l.edition OR a.status <> 'suspended' THEN ${WITHDRAWN} ELSE ${SUSPENDED} END AS status
    FROM licence_status s JOIN licence l ON l.number = s.number LEFT JOIN application a ON a.life_of = l.number
   WHERE s.edition < l.edition OR a.status IN ('suspended', 'revoked', 'cancelled')`;
const LENGTHS = `
  SELECT s.agency, max(s.index) + 1 AS length, l.digest, extract(epoch FROM clock_timestamp() - l.signed_at)::int AS age, clock_timestamp() AS now
    FROM licence_status s LEFT JOIN status_list l ON l.agency = s.agency GROUP BY s.agency, l.digest, l.signed_at`;
const KEEP = `
  INSERT INTO status_list (agency, token, digest, signed_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (agency) DO UPDATE SET token = $2, digest = $3, signed_at = $4 WHERE status_list.signed_at < $4`;

/** Signs each agency's list of withdrawn papers (Token Status List) when it has changed, and hourly, so that it can be seen to be fresh. */
export class StatusPublisher {
  constructor(
    private readonly source: DataSource,
    private readonly ring: KeyRing,
    private readonly publicUrl: string,
  ) {}

  async publish(): Promise<void> {
    const lengths: { agency: string; length: number; digest: string | null; age: number | null; now: Date }[] = await this.source.query(LENGTHS);
    const withdrawn: { agency: string; index: number; status: number }[] = await this.source.query(WITHDRAWN_PAPERS);
    for (const { agency, length, digest, age, now } of lengths) {
      const key = this.ring.find(agency, 'paper');
      if (!key) continue;
      const list = new Array<number>(Math.ceil(length / ROUND_TO) * ROUND_TO).fill(VALID);
      for (const each of withdrawn) if (each.agency === agency) list[each.index] = each.status;
      const newDigest = createHash('sha256').update(list.join('')).digest('hex');
      if (newDigest === digest && age !== null && age < HOUR_S) continue;
      await this.source.query(KEEP, [agency, await this.sign(agency, list, key, now), newDigest, now]);
    }
  }

  private async sign(agency: string, list: number[], key: SealingKey, now: Date): Promise<string> {
    const { alg, kid, x5c } = jwkOf(key);
    const iat = Math.floor(now.getTime() / SECONDS);
    const claims = { iss: issuerOf(this.publicUrl, agency), sub: statusListAt(this.publicUrl, agency), iat, exp: iat + HOLDS_S, ttl: HOUR_S };
    const { header, payload } = createHeaderAndPayload(new StatusList(list, 2), claims, { alg: String(alg), typ: 'statuslist+jwt', kid, x5c });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part(header)}.${part(payload)}`;
    return `${signed}.${(await key.sign(Buffer.from(signed), 'ieee-p1363')).toString('base64url')}`;
  }
}
