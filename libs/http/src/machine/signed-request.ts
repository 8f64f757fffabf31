import { randomBytes, type JsonWebKey } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import { contentDigest, isDigestOf } from './content-digest';
import { algorithmOf, isSignedBy, signWith, type MachineKey } from './machine-key';

/** A request as it was sent: `url` is the whole address, the names of the headers are in lower case. */
export interface SentRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body?: Buffer;
}

/** What a good signature says, and all that is needed to check it again. */
export interface SignedRequest {
  keyId: string;
  nonce: string;
  createdAt: Date;
  /** The signature base (RFC 9421, 2.5). */
  base: Buffer;
  signature: Buffer;
}

/** Names this use of a key: what was signed for another protocol is nothing here. */
const TAG = 'anuyat';
/** Seconds for which a signature is good, and by which a clock may be ahead. */
export const SIGNATURE_SECONDS = 60;
const AHEAD_SECONDS = 15;

const WHAT = ['@method', '@target-uri'];
const PARAMETERS = ['created', 'nonce', 'keyid', 'alg', 'tag'];
/** One signature, over plain components: what a component's parameters would change is not signed here. */
const ONE = /^[a-z][a-z0-9_-]{0,20}=\(("[@a-z0-9-]{1,40}"( "[@a-z0-9-]{1,40}"){0,15})?\)(;[a-z]{1,10}=("[^"\\]{1,100}"|\d{1,12})){1,8}$/;
const NONCE = /^[\w-]{16,64}$/;

/** Whether somebody signed the request; good or not is asked of {@link readSignedRequest}. */
export function isSigned(headers: SentRequest['headers']): boolean {
  return headers['signature-input'] !== undefined || headers['signature'] !== undefined;
}

/**
 * Reads a signature after RFC 9421 over the method, the whole address, what the body is (`content-digest`) and under which key it may come again
 * (`idempotency-key`). @returns undefined when anything of it is wrong: too old, not ours, of another request, or signed by somebody else.
 */
export async function readSignedRequest(sent: SentRequest, findKey: (keyId: string) => Promise<MachineKey | undefined>, now = new Date()): Promise<SignedRequest | undefined> {
  const { headers, body } = sent;
  if (!ONE.test(String(headers['signature-input']))) return undefined;
  const hasBody = body !== undefined && body.length > 0;
  if (hasBody && !isDigestOf(String(headers['content-digest'] ?? ''), body)) return undefined;
  let read: SignedRequest | undefined;
  try {
    const isGood = await httpbis.verifyMessage(
      {
        requiredParams: PARAMETERS,
        requiredFields: [...WHAT, ...(hasBody ? ['content-digest'] : []), ...(headers['idempotency-key'] !== undefined ? ['idempotency-key'] : [])],
        keyLookup: async ({ keyid, alg, tag, nonce, created }) => {
          const isOurs = typeof keyid === 'string' && typeof nonce === 'string' && tag === TAG && NONCE.test(nonce) && created instanceof Date && isTimely(created, now);
          const key = isOurs ? await findKey(keyid) : undefined;
          if (!isOurs || !key || alg !== algorithmOf(key)) return null;
          return {
            verify: (base, signature) => {
              if (!isSignedBy(key, base, signature)) return Promise.resolve(false);
              read = { keyId: keyid, nonce, createdAt: created, base, signature };
              return Promise.resolve(true);
            },
          };
        },
        notAfter: new Date(now.getTime() + AHEAD_SECONDS * 1000),
      },
      { method: sent.method, url: sent.url, headers: Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))) },
    );
    return isGood === true ? read : undefined;
  } catch {
    return undefined;
  }
}

/** Signs a request as an agency's system does. @returns the headers to send with it, those that were given among them. */
export async function signRequest({ method, url, headers, body }: SentRequest & { headers: Record<string, string> }, { keyId, key, nonce = randomBytes(18).toString('base64url'), created = new Date() }: { keyId: string; key: JsonWebKey; nonce?: string; created?: Date }): Promise<Record<string, string>> {
  const all = { ...headers, ...(body && body.length > 0 ? { 'content-digest': contentDigest(body) } : {}) };
  const alg = key.kty === 'OKP' ? 'ed25519' : 'ecdsa-p256-sha256';
  const signed = await httpbis.signMessage(
    {
      key: { id: keyId, alg, sign: (data) => Promise.resolve(signWith(key, data)) },
      fields: [...WHAT, ...['content-digest', 'idempotency-key'].filter((name) => name in all)],
      params: PARAMETERS,
      paramValues: { created, nonce, keyid: keyId, alg, tag: TAG },
    },
    { method, url, headers: all },
  );
  return Object.fromEntries(Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function isTimely(created: Date, now: Date): boolean {
  const age = (now.getTime() - created.getTime()) / 1000;
  return age <= SIGNATURE_SECONDS && age >= -AHEAD_SECONDS;
}
