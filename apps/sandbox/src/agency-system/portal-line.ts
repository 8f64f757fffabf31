import { randomUUID, type JsonWebKey } from 'node:crypto';
import { signRequest } from '@anuyat/http/signed-request';

export interface Answer<T> {
  status: number;
  body: T;
}

/** What is sent otherwise than it should be. */
export interface Twist {
  nonce?: string;
  /** Sent with what was signed for another request. */
  instead?: { path?: string; body?: string };
}

const PATIENCE_MS = 10_000;

/** The system's line to the portal: each request is signed with its key (RFC 9421). */
export class PortalLine {
  constructor(
    private readonly portal: string,
    private readonly key: { keyId: string; key: JsonWebKey },
  ) {}

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  post<T>(path: string, content: object = {}, idempotencyKey: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, content, idempotencyKey);
  }

  async send<T>(method: 'GET' | 'POST', path: string, content?: object, idempotencyKey?: string, { nonce, instead = {} }: Twist = {}): Promise<Answer<T>> {
    const body = content && JSON.stringify(content);
    const headers = { ...(body ? { 'content-type': 'application/json' } : {}), ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}) };
    const signed = await signRequest({ method, url: `${this.portal}${path}`, headers, ...(body ? { body: Buffer.from(body) } : {}) }, { ...this.key, ...(nonce ? { nonce } : {}) });
    const sent = instead.body ?? body;
    const reply = await fetch(`${this.portal}${instead.path ?? path}`, { method, headers: signed, ...(sent ? { body: sent } : {}), signal: AbortSignal.timeout(PATIENCE_MS) });
    const text = await reply.text();
    return { status: reply.status, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as T };
  }
}
