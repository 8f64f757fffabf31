import type { IncomingMessage, ServerResponse } from 'node:http';
import { thaiFont } from './pages/sandbox-css';

const longestBody = 65_536;

/** One request and its answer, as the sandbox's handlers see them. */
export class Exchange {
  readonly url: URL;
  readonly method: string;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    base: string,
    private readonly formTargets: readonly string[],
  ) {
    this.url = URL.parse(request.url ?? '/', base) ?? new URL(base);
    this.method = request.method ?? 'GET';
  }

  get wantsJson(): boolean {
    return (this.request.headers['content-type'] ?? '').startsWith('application/json') || !(this.request.headers.accept ?? '').includes('text/html');
  }

  /** The body as it is. @throws RangeError when it is longer than 64 kB. */
  async readBytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > longestBody) throw new RangeError('The body is longer than 64 kB.');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** The fields of a JSON object or a form. @throws RangeError when it is longer than 64 kB, SyntaxError when it cannot be read. */
  async readFields(): Promise<Record<string, unknown>> {
    const text = (await this.readBytes()).toString('utf8');
    if (!(this.request.headers['content-type'] ?? '').startsWith('application/json')) return Object.fromEntries(new URLSearchParams(text));
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('The body is no JSON object.');
    return value as Record<string, unknown>;
  }

  sendPage(status: number, page: string): void {
    this.send(status, 'text/html; charset=utf-8', page);
  }

  sendJson(status: number, value: unknown): void {
    this.send(status, 'application/json; charset=utf-8', JSON.stringify(value));
  }

  sendFile(type: string, bytes: Buffer): void {
    this.send(200, type, bytes, 'public, max-age=3600');
  }

  sendBytes(status: number, type: string, bytes: Buffer): void {
    this.send(status, type, bytes);
  }

  /** Somebody's HTML mail, as a careful mail program shows it: its own inline styles, no script, nothing from elsewhere; in Thai letters also where the machine has none. */
  sendLetter(page: string): void {
    this.response.setHeader('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`);
    this.response.setHeader('x-content-type-options', 'nosniff');
    this.response.setHeader('cache-control', 'no-store');
    this.response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.replace('</head>', `<style>${thaiFont}</style></head>`));
  }

  redirect(location: string): void {
    this.protect('no-store');
    this.response.writeHead(303, { location }).end();
  }

  /** Every page of the sandbox: nothing inline, nothing framed, forms lead to itself and back to the portal. */
  protect(cacheControl: string): void {
    const policy = [`default-src 'none'`, `style-src 'self'`, `font-src 'self'`, `base-uri 'none'`, `frame-ancestors 'none'`, `form-action 'self' ${this.formTargets.join(' ')}`];
    this.response.setHeader('content-security-policy', policy.join('; '));
    this.response.setHeader('x-content-type-options', 'nosniff');
    this.response.setHeader('referrer-policy', 'same-origin');
    this.response.setHeader('cache-control', cacheControl);
  }

  private send(status: number, type: string, body: string | Buffer, cacheControl = 'no-store'): void {
    this.protect(cacheControl);
    this.response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) });
    this.response.end(this.method === 'HEAD' ? undefined : body);
  }
}
