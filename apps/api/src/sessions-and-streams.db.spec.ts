import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { CaseView, Me, Moved, Problem } from '@anuyat/contract';
import { draftCase, submitDraft } from '../../sandbox/src/scenario/applying';
import { cafe } from '../../sandbox/src/scenario/stories';
import { Visitor } from '../../sandbox/src/scenario/visitor';
import { must } from './cases/testing/walk';
import { people } from './testing/access-world';
import { Caller } from './testing/caller';
import { fileOnOwnLand } from './testing/estate-case';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

let portal: TestPortal;
let file: CaseView;
let factory: string;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  file = await fileOnOwnLand(portal, people.owner);
  factory = file.details.find(({ code }) => code === 'factory-type-3')?.id ?? '';
}, 60_000);
afterAll(() => portal.close());

const newCaller = (hint: string): Promise<Caller> => new Caller(portal.url).signIn(hint);

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends, and its token stands nowhere else', async () => {
    const caller = await newCaller('somchai');
    const lines = caller.browser.cookieLines.filter((line) => line.startsWith('anuyat-session='));
    expect(lines).toEqual([expect.stringMatching(/^anuyat-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)]);
    for (const path of ['/api/auth/me', '/api/auth/sessions', '/api/cases']) expect(JSON.stringify((await caller.call('GET', path)).body)).not.toContain(caller.token);
    const rows: unknown[] = await portal.running.source.query(`SELECT encode(id, 'base64') AS id, agent FROM session`);
    expect(JSON.stringify(rows)).not.toContain(caller.token);
  });

  it('counts in its cookie alone: not in an address, not in a header', async () => {
    const { token = '' } = await newCaller('somchai');
    const stranger = new Caller(portal.url);
    for (const [path, headers] of [[`/api/auth/sessions?anuyat-session=${token}`, {}], ['/api/auth/sessions', { authorization: `Bearer ${token}` }], ['/api/auth/sessions', { 'x-session': token }]] as const) {
      expect((await stranger.call('GET', path, undefined, headers)).status).toBe(401);
    }
    expect((await stranger.call('GET', '/api/auth/sessions', undefined, { cookie: `anuyat-session=${token}` })).status).toBe(200);
  });

  it('leaves nothing in a browser’s cache, however the address is written', async () => {
    const caller = await portal.caller('somchai');
    for (const path of ['/api/auth/me', '/%61pi/auth/me', '/api/%61uth/me']) {
      const { status, headers } = await caller.call('GET', path);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
    }
  });

  it('begins with few cookies, however often a sign-in was begun and left', async () => {
    const caller = new Caller(portal.url);
    for (let times = 0; times < 20; times++) expect((await caller.call('GET', '/api/auth/login?returnTo=/my')).status).toBe(303);
    expect(caller.browser.cookieNames(new URL(portal.url).host).length).toBeLessThanOrEqual(3);
    await caller.signIn('somchai');
  });
});

describe('an act of legal effect', () => {
  const grow = (hint: string): Promise<unknown> =>
    portal.running.source.query(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE account_id = (SELECT id FROM account WHERE subject = $1)`, [`sandbox-${hint}`]);
  const key = () => ({ 'idempotency-key': randomUUID() });
  const untilOld = async (caller: Caller): Promise<void> => {
    while (Date.parse(must(await caller.call<Me>('GET', '/api/auth/me'), 200).account?.session.freshUntil ?? '') > Date.now()) await new Promise((resolve) => setImmediate(resolve));
  };

  it('is not filed by somebody who proved long ago who it is: the problem says where to confirm, and then the same call is taken', async () => {
    const visitor = await new Visitor(portal.url, people.owner).signIn();
    const draft = await draftCase(visitor, cafe);
    const caller = await newCaller(people.owner);
    await grow(people.owner);
    await untilOld(caller);
    const { status, body } = await caller.call<Problem>('POST', `/api/cases/${draft.id}/submit`, { declaresTruth: true, answersRevision: draft.answersRevision }, key());
    expect([status, body.code, body.stepUp]).toEqual([403, 'step-up-needed', { to: '/api/auth/step-up?act=file', ways: ['provider'] }]);
    expect((await submitDraft(visitor, draft)).status).not.toBe('draft');
  });

  it('is not signed by an officer either, while reading and checking go on', async () => {
    const officer = await newCaller(people.officer);
    await grow(people.officer);
    await untilOld(officer);
    const tell = async (type: string) => (await officer.call<Problem>('POST', `/api/applications/${factory}/events`, { type }, key())).body.code;
    expect((await officer.call('GET', '/api/tasks')).status).toBe(200);
    expect(await tell('factory.approved')).toBe('step-up-needed');
    expect(await tell('factory.asked')).toBe('answers-invalid');
    expect(await tell('factory.blessed')).toBe('unknown-event');
    const stranger = await newCaller(people.elsewhere);
    await grow(people.elsewhere);
    await untilOld(stranger);
    expect((await stranger.call<Problem>('POST', `/api/applications/${factory}/events`, { type: 'factory.approved' }, key())).body.code).toBe('not-found');
  });
});

/** A browser's stream, with what it has heard so far. */
interface Listening {
  status: number;
  headers: IncomingMessage['headers'];
  heard: string[];
  ended: Promise<void>;
  until(word: string): Promise<void>;
  leave(): void;
}

function listen(path: string, token: string | undefined): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const asking = request({ port: portal.configuration.PORT, host: '127.0.0.1', path, headers: { ...(token ? { cookie: `anuyat-session=${token}` } : {}) } }, (reply) => {
      const heard: string[] = [];
      reply.setEncoding('utf8').on('data', (chunk: string) => heard.push(chunk)).on('error', () => undefined);
      const ended = new Promise<void>((end) => void reply.once('end', () => end()));
      const until = async (word: string): Promise<void> => {
        while (!heard.join('').includes(word)) await once(reply, 'data');
      };
      resolve({ status: reply.statusCode ?? 0, headers: reply.headers, heard, ended, until, leave: () => asking.destroy() });
    });
    asking.on('error', reject).end();
  });
}

const streams = () => [`/api/cases/${file.id}/stream`, `/api/applications/${factory}/stream`, '/api/tasks/stream'];
const movesIn = (heard: string[]): Moved[] => [...heard.join('').matchAll(/event: moved\ndata: (.+)\n/g)].map(([, data]) => JSON.parse(data ?? '') as Moved);

describe('a stream', () => {
  it('refuses strangers with a problem, and gives nothing to a HEAD but its headers', async () => {
    for (const path of streams()) {
      const stranger = await listen(path, undefined);
      await stranger.ended;
      expect([stranger.status, stranger.headers['content-type']]).toEqual([401, 'application/problem+json; charset=utf-8']);
    }
    const officer = await portal.caller(people.officer);
    expect((await officer.call('HEAD', '/api/tasks/stream')).status).toBe(200);
  });

  it('says that something moved, to those who are in it and to nobody else, and never what is in it', async () => {
    const tokenOf = async (hint: string): Promise<string | undefined> => (await portal.caller(hint)).token;
    const [owner, officer, neighbour, revenue] = await Promise.all([
      listen(`/api/cases/${file.id}/stream`, await tokenOf(people.owner)),
      listen(`/api/applications/${factory}/stream`, await tokenOf(people.officer)),
      listen('/api/tasks/stream', await tokenOf(people.neighbour)),
      listen('/api/tasks/stream', await tokenOf(people.sameCase)),
    ]);
    const tax = file.details.find(({ code }) => code === 'signboard-tax')?.id ?? '';
    const send = async (hint: string, id: string, type: string, data: object) => must(await portal.call(hint, 'POST', `/api/applications/${id}/events`, { type, data }, { 'idempotency-key': randomUUID() }), 200);
    await send(people.sameCase, tax, 'revenue.asked', { note: 'ความลับ 4711', items: [{ kind: 'document', target: 'sign-photos', message: 'ไม่ชัด' }] });
    await Promise.all([owner.until(tax), revenue.until(tax)]);
    await send(people.officer, factory, 'factory.accepted', { note: 'ความลับ 4711' });
    await Promise.all([owner.until(factory), officer.until(factory)]);
    expect(new Set(movesIn(officer.heard).map(({ applicationId }) => applicationId))).toEqual(new Set([factory]));
    expect(new Set(movesIn(revenue.heard).map(({ applicationId }) => applicationId))).toEqual(new Set([tax]));
    expect(movesIn(neighbour.heard)).toEqual([]);
    for (const { heard } of [owner, officer, revenue]) {
      expect(new Set(movesIn(heard).flatMap((moved) => Object.keys(moved)))).toEqual(new Set(['caseId', 'applicationId', 'revision']));
      expect(heard.join('')).not.toContain('4711');
    }
    for (const stream of [owner, officer, neighbour, revenue]) stream.leave();
  });

  describe('ends with its next heartbeat', () => {
    beforeAll(() => void jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] }));
    afterAll(() => void jest.useRealTimers());
    const beat = (): void => void jest.advanceTimersByTime(15_000);

    it('when the reader has signed out, and not before', async () => {
      const caller = await newCaller(people.owner);
      const stream = await listen(`/api/cases/${file.id}/stream`, caller.token);
      beat();
      await stream.until(': alive');
      await caller.call('POST', '/api/auth/logout');
      beat();
      await stream.ended;
    });

    it('when the reader’s session was ended from elsewhere', async () => {
      const [one, other] = [await newCaller(people.owner), await newCaller(people.owner)];
      const stream = await listen(`/api/applications/${factory}/stream`, one.token);
      must(await other.call('DELETE', '/api/auth/sessions'), 200);
      beat();
      await stream.ended;
    });

    it('when the officer has left the office', async () => {
      const caller = await newCaller(people.sameCase);
      const stream = await listen('/api/tasks/stream', caller.token);
      await portal.running.source.query(`UPDATE office_membership SET valid_until = now() WHERE account_id = (SELECT id FROM account WHERE subject = 'sandbox-map-yang-phon-revenue')`);
      while ((await caller.call('GET', '/api/tasks')).status !== 403) await new Promise((resolve) => setImmediate(resolve));
      beat();
      await stream.ended;
    });
  });
});
