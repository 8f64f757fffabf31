import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readMachineKey, signRequest, thumbprintOf } from '@anuyat/http';
import type { Reply } from '../cases/testing/test-api';
import { Caller, type Method, type Payload } from './caller';

/** What may be done wrongly on purpose. */
export interface Trick {
  nonce?: string;
  created?: Date;
  /** Another key than the one that was registered. */
  key?: JsonWebKey;
  /** Changes what was signed before it is sent. */
  change?(sent: { path: string; body: string | undefined; headers: Record<string, string> }): { path?: string; body?: string; headers?: Record<string, string> };
}

/** An agency's own system: signs each request with its key. */
export class SystemCaller extends Caller {
  readonly privateKey: JsonWebKey;

  constructor(portal: string, kind: 'ed25519' | 'p-256' = 'ed25519') {
    super(portal);
    const { privateKey } = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey.export({ format: 'jwk' });
  }

  /** What is registered. */
  get publicKey(): { kty: string; crv: string; x: string; y?: string } {
    const { d: _, ...key } = this.privateKey as { d: string; kty: string; crv: string; x: string; y?: string };
    return key;
  }

  get keyId(): string {
    const key = readMachineKey(this.publicKey);
    if (!key) throw new Error('The key is none.');
    return thumbprintOf(key);
  }

  override async call<T = unknown>(method: Method, path: string, payload?: Payload, headers: Record<string, string> = {}): Promise<Reply<T>> {
    return this.send<T>(method, path, payload, headers);
  }

  /** A call of which something is wrong. */
  async send<T = unknown>(method: Method, path: string, payload?: Payload, headers: Record<string, string> = {}, trick: Trick = {}): Promise<Reply<T>> {
    const isJson = typeof payload === 'object' && !Buffer.isBuffer(payload);
    const body = isJson ? JSON.stringify(payload) : payload?.toString();
    const all = await signRequest(
      { method, url: `${this.portal}${path}`, headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers }, ...(body ? { body: Buffer.from(body) } : {}) },
      { keyId: this.keyId, key: trick.key ?? this.privateKey, ...(trick.nonce ? { nonce: trick.nonce } : {}), ...(trick.created ? { created: trick.created } : {}) },
    );
    const sent = { path, body, headers: all, ...trick.change?.({ path, body, headers: all }) };
    return super.call<T>(method, sent.path, sent.body, sent.headers);
  }

  override async peek(path: string): Promise<Reply<unknown>> {
    return this.send('GET', path);
  }
}
