import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '@anuyat/contract';
import type { Pass } from '../stage/people';
import type { Journal } from './journal';

/** The portal said no, and would say it again. */
export class SaidNo extends Error {
  constructor(
    what: string,
    readonly status: number,
    readonly problem: Partial<Problem>,
  ) {
    super(`${what}: ${status} ${problem.code ?? ''} ${(problem.fields ?? []).map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  }
}

interface Call {
  method: string;
  path: string;
  body?: unknown;
  key?: string;
  /** Milliseconds until one gives up. */
  patienceMs?: number;
}

const PATIENCE_MS = 120_000;
const ANSWER_MS = 8_000;
const PAUSE_MS = 150;
const LONGEST_PAUSE_MS = 1_200;

/** Somebody at a browser: sends again what got no answer, with the same key, and waits where the portal asks to. */
export class Person {
  constructor(
    private readonly portal: string,
    readonly pass: Pass,
    private readonly journal: Journal,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>({ method: 'GET', path });
  }

  /** @returns the answer. @throws SaidNo for a refusal; an Error when nothing worked for two minutes. */
  async call<T>(call: Call): Promise<T> {
    let pauseMs = PAUSE_MS;
    const end = Date.now() + (call.patienceMs ?? PATIENCE_MS);
    for (let last = 'nothing was tried'; Date.now() < end; pauseMs = Math.min(pauseMs * 1.6, LONGEST_PAUSE_MS)) {
      const reply = await this.send(call).catch((error: Error) => error);
      if (reply instanceof Error) {
        this.journal.counts.lostAnswers += 1;
        if (reply.name !== 'TimeoutError') this.journal.counts.cutOff += 1;
        last = `${reply.message} ${String((reply.cause as Error | undefined)?.message ?? '')}`;
      } else if (reply.status < 400) {
        return reply.body as T;
      } else {
        last = `${reply.status} ${(reply.body as Partial<Problem>).code ?? ''}`;
        this.judge(call, reply);
      }
      await wait(pauseMs);
      if (Date.now() >= end) throw new Error(`${this.pass.name} gave up on ${call.method} ${call.path}: ${last}`);
    }
    throw new Error(`${this.pass.name} gave up on ${call.method} ${call.path}.`);
  }

  /** One try. @throws what the network says. */
  async send({ method, path, body, key }: Call): Promise<{ status: number; body: unknown; headers: Headers }> {
    this.journal.counts.calls += 1;
    const isForm = body instanceof FormData;
    const response = await fetch(new URL(path, this.portal), {
      method,
      headers: { cookie: this.pass.cookie, ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}), ...(key ? { 'idempotency-key': key } : {}) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as unknown), headers: response.headers };
  }

  private judge({ method, path }: Call, { status, body, headers }: { status: number; body: unknown; headers: Headers }): void {
    const problem = body as Partial<Problem>;
    const what = `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/\?.*/, '')}`;
    if (status === 429) this.journal.counts.tooMany += 1;
    else if (status === 503) this.journal.counts.unavailable += 1;
    else if (status < 500) {
      this.journal.counts.refused += 1;
      throw new SaidNo(`${this.pass.name}: ${method} ${path}`, status, problem);
    }
    if (status >= 500) this.journal.troubles.push({ who: this.pass.name, what, status, code: problem.code, hasReference: Boolean(problem.instance), saysWhen: headers.has('retry-after') });
  }
}
