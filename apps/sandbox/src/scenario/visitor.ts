import { randomUUID } from 'node:crypto';
import type { Problem } from '@anuyat/contract';

const REDIRECTS = 12;

/** What the portal refused, with the problem document that it gave. */
export class Refused extends Error {
  constructor(
    readonly what: string,
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    const fields = (problem.fields ?? []).map(({ path, message }) => `\n    ${path}: ${message.en}`).join('');
    super(`${what}: ${status} ${problem.code ?? ''} ${problem.title?.en ?? ''}${fields}`);
  }
}

/** One person with a browser's cookies and nothing else: everything goes through the portal's own HTTP. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(
    readonly portal: string,
    readonly persona: string,
  ) {}

  /** Signs in through the identity provider, as a browser would be led. */
  async signIn(): Promise<this> {
    await this.goRound(`/api/auth/login?login_hint=${this.persona}&returnTo=/`);
    const me = await this.get<{ isSignedIn: boolean }>('/api/auth/me');
    if (!me.isSignedIn) throw new Error(`${this.persona} could not sign in.`);
    return this;
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  /** Sends JSON under a key of its own, as every state-changing call needs. */
  post<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() } });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PATCH', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  put<T>(path: string, body: unknown): Promise<T> {
    return this.call<T>('PUT', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  upload<T>(path: string, code: string, file: File): Promise<T> {
    const form = new FormData();
    form.set('code', code);
    form.set('file', file);
    return this.call<T>('POST', path, { body: form });
  }

  /** The bytes behind a path, for papers. */
  async fetchBytes(path: string): Promise<Uint8Array> {
    const response = await this.send(new URL(path, this.portal), {});
    if (!response.ok) throw new Refused(`GET ${path}`, response.status, {});
    return new Uint8Array(await response.arrayBuffer());
  }

  /** Where the portal asks to confirm first who one is, that is done, and the very same call is sent again. */
  async call<T>(method: string, path: string, init: RequestInit = {}, isConfirmed = false): Promise<T> {
    const response = await this.send(new URL(path, this.portal), { ...init, method });
    const text = await response.text();
    const body = text === '' ? undefined : (JSON.parse(text) as unknown);
    if (response.ok) return body as T;
    const problem = (body ?? {}) as Partial<Problem>;
    if (problem.stepUp && !isConfirmed) {
      await this.goRound(`${problem.stepUp.to}&login_hint=${this.persona}&returnTo=/`);
      return this.call<T>(method, path, init, true);
    }
    throw new Refused(`${this.persona}: ${method} ${path}`, response.status, problem);
  }

  /** To the identity provider and back, following every redirect. */
  private async goRound(path: string): Promise<void> {
    let url = new URL(path, this.portal);
    for (let hop = 0; hop < REDIRECTS; hop++) {
      const response = await this.send(url, { redirect: 'manual' });
      const next = response.headers.get('location');
      await response.body?.cancel();
      if (!next) return;
      url = new URL(next, url);
    }
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
