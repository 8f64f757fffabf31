import type { JsonWebKey } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { toPem } from './pem';
import { jwkOf, type KeyUse, type SealingKey } from './sealing-key';

/** A signing key as everybody may know it. */
export interface PublishedKey {
  kid: string;
  agency: string;
  use: KeyUse;
  jwk: JsonWebKey;
  /** Its certificates as PEM, its own first; empty for keys of codes. */
  chain: string;
  /** For keys of codes: the agency's certified key says that the key is the agency's (JWS). */
  attestation: string | null;
}

const PUBLISH = `
  INSERT INTO seal_key (kid, agency, use, jwk, chain, attestation) SELECT $1, $2, $3, $4, $5, $6 ON CONFLICT (kid) DO NOTHING`;

/** Makes the public halves known before anything is signed with them. A key that was published is published for good: papers stay. */
export async function publishKeys(source: Pick<DataSource, 'query'>, keys: readonly SealingKey[]): Promise<void> {
  const known = new Set((await readPublishedKeys(source)).map(({ kid }) => kid));
  for (const key of keys) {
    if (known.has(key.kid)) continue;
    const jwk = jwkOf(key);
    const attester = key.use === 'code' ? keys.findLast(({ agency, use }) => agency === key.agency && use === 'paper') : undefined;
    const chain = key.chain.map(({ raw }) => toPem('CERTIFICATE', raw)).join('');
    await source.query(PUBLISH, [key.kid, key.agency, key.use, JSON.stringify(jwk), chain, attester ? await attest(jwk, key.agency, attester) : null]);
  }
}

/** Every key that ever signed, the newest first. */
export async function readPublishedKeys(source: Pick<DataSource, 'query'>): Promise<PublishedKey[]> {
  return source.query(`SELECT kid, agency, use, jwk, chain, attestation FROM seal_key ORDER BY created_at DESC, kid`);
}

async function attest(jwk: JsonWebKey, agency: string, by: SealingKey): Promise<string> {
  const { kid, alg, x5c } = jwkOf(by);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg, typ: 'key-attestation+jwt', kid, x5c })}.${part({ agency, jwk })}`;
  return `${signed}.${(await by.sign(Buffer.from(signed), 'ieee-p1363')).toString('base64url')}`;
}
