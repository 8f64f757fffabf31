import type { Reply } from '../cases/testing/test-api';
import { Browser } from '../../../sandbox/src/testing/browser';

export type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a call brings: JSON where it is an object, bytes and text as they are. */
export type Payload = object | string | Buffer | undefined;

/** A person at a browser of their own, or a stranger: everything goes through the portal's own HTTP. */
export class Caller {
  readonly browser = new Browser();

  constructor(readonly portal: string) {}

  /** Signs in through the identity provider, as a browser is led. @throws when nobody is signed in afterwards. */
  async signIn(hint: string): Promise<this> {
    await this.browser.visit(`${this.portal}/api/auth/login?login_hint=${hint}&returnTo=/`, (url) => url === `${this.portal}/`);
    const { body } = await this.call<{ isSignedIn: boolean }>('GET', '/api/auth/me');
    if (!body.isSignedIn) throw new Error(`${hint} could not sign in.`);
    return this;
  }

  async call<T = unknown>(method: Method, path: string, payload?: Payload, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const isJson = typeof payload === 'object' && !Buffer.isBuffer(payload);
    const body = isJson ? JSON.stringify(payload) : typeof payload === 'string' ? payload : payload && new Uint8Array(payload as Buffer);
    const reply = await this.browser.fetch(`${this.portal}${path}`, { method, headers: { ...(isJson ? { 'content-type': 'application/json' } : {}), ...headers }, ...(body === undefined ? {} : { body }) });
    const bytes = Buffer.from(await reply.arrayBuffer());
    const isReadable = bytes.length > 0 && /json/.test(reply.headers.get('content-type') ?? '');
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: (isReadable ? JSON.parse(bytes.toString()) : bytes) as T };
  }

  /** How a stream begins; it is left at once. */
  async peek(path: string): Promise<Reply<unknown>> {
    const reply = await this.browser.fetch(`${this.portal}${path}`);
    const isStream = reply.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream) await reply.body?.cancel();
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: isStream ? undefined : await reply.json() };
  }

  /** The session's token as the browser keeps it; undefined for a stranger. */
  get token(): string | undefined {
    return this.browser.cookie(new URL(this.portal).host, 'anuyat-session');
  }
}
