import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { contentDigest, isDigestOf } from './content-digest';
import { readMachineKey, thumbprintOf, type MachineKey } from './machine-key';
import { readSignedRequest, signRequest, type SentRequest } from './signed-request';

const pair = (kind: 'ed25519' | 'p-256'): { key: MachineKey; privateKey: JsonWebKey } => {
  const { privateKey, publicKey } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: readMachineKey(publicKey.export({ format: 'jwk' })) as MachineKey, privateKey: privateKey.export({ format: 'jwk' }) };
};
const body = Buffer.from('{"type":"factory.accepted"}');
const request = { method: 'POST', url: 'https://anuyat.example/api/applications/1/events?x=1', headers: { 'idempotency-key': 'k-1' }, body };

describe('a signed request', () => {
  it.each(['ed25519', 'p-256'] as const)('is read back with its key’s name, its nonce and what was signed (%s)', async (kind) => {
    const { key, privateKey } = pair(kind);
    const headers = await signRequest(request, { keyId: thumbprintOf(key), key: privateKey });
    const read = await readSignedRequest({ ...request, headers }, (id) => Promise.resolve(id === thumbprintOf(key) ? key : undefined));
    expect(read?.keyId).toBe(thumbprintOf(key));
    expect(read?.base.toString().split('\n').map((line) => line.slice(0, line.indexOf(':')))).toEqual(['"@method"', '"@target-uri"', '"content-digest"', '"idempotency-key"', '"@signature-params"']);
  });

  it('is nothing when a part of it that changes what is done was not signed, or was signed by another', async () => {
    const { key, privateKey } = pair('ed25519');
    const other = pair('ed25519');
    const read = (sent: SentRequest, of = key) => readSignedRequest(sent, () => Promise.resolve(of));
    const { 'idempotency-key': _, ...unkeyed } = await signRequest({ ...request, headers: {} as Record<string, string> & { 'idempotency-key'?: string } }, { keyId: 'a', key: privateKey });
    expect(await read({ ...request, headers: unkeyed })).toBeDefined();
    expect(await read({ ...request, headers: { ...unkeyed, 'idempotency-key': 'added' } })).toBeUndefined();
    const headers = await signRequest(request, { keyId: 'a', key: privateKey });
    expect(await read({ ...request, headers }, other.key)).toBeUndefined();
    for (const change of [{ method: 'PUT' }, { url: 'https://anuyat.example/api/applications/2/events?x=1' }, { url: 'https://other.example/api/applications/1/events?x=1' }, { body: Buffer.from('{}') }]) expect(await read({ ...request, headers, ...change })).toBeUndefined();
    const bodiless = await signRequest({ method: 'POST', url: request.url, headers: {} }, { keyId: 'a', key: privateKey });
    expect(await read({ ...request, headers: { ...bodiless, 'content-digest': contentDigest(body) } })).toBeUndefined();
  });

  it('holds for a minute, and never from the future', async () => {
    const { key, privateKey } = pair('ed25519');
    const now = new Date('2026-11-23T09:00:00Z');
    const at = async (seconds: number) => readSignedRequest({ ...request, headers: await signRequest(request, { keyId: 'a', key: privateKey, created: new Date(now.getTime() + seconds * 1000) }) }, () => Promise.resolve(key), now);
    for (const seconds of [-60, -1, 0, 15]) expect([seconds, await at(seconds)]).toEqual([seconds, expect.anything()]);
    for (const seconds of [-61, 16, 3_600]) expect([seconds, await at(seconds)]).toEqual([seconds, undefined]);
  });
});

describe('a key', () => {
  it('is a public Ed25519 or P-256 key that is on its curve, and nothing private', () => {
    const { key, privateKey } = pair('p-256');
    expect(thumbprintOf({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
    for (const wrong of [privateKey, { ...key, y: key.x }, { ...key, crv: 'P-384' }, { kty: 'oct', k: 'AAAA' }, { kty: 'RSA', n: 'AQAB', e: 'AQAB' }, null, 'key', [], {}]) expect([wrong, readMachineKey(wrong)]).toEqual([wrong, undefined]);
  });
});

describe('the digest of a body', () => {
  it('is found among others, and is that of exactly these bytes', () => {
    expect(isDigestOf(`sha-512=:AAAA:, ${contentDigest(body)}`, body)).toBe(true);
    for (const wrong of ['', 'sha-256=::', contentDigest(Buffer.from('other')), contentDigest(body).replace('sha-256', 'md5'), `x${contentDigest(body)}`]) expect([wrong, isDigestOf(wrong, body)]).toEqual([wrong, false]);
  });
});
