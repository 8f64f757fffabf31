import { createHash, createPublicKey, createVerify, randomUUID } from 'node:crypto';
import type { CaseView, Me, OwnSecurityView, PasskeyAsked, PasskeyView, Problem, SecurityEventPage, SecurityEventView } from '@anuyat/contract';
import { challengeFor, personaAccountId, SecurityRecord } from '@anuyat/identity';
import { personas } from '@anuyat/identity/personas';
import { digestOf } from './applications/signing-rule';
import { must } from './cases/testing/walk';
import { people } from './testing/access-world';
import { Caller } from './testing/caller';
import { fileOnOwnLand } from './testing/estate-case';
import { SoftAuthenticator } from './testing/soft-authenticator';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const { officer } = people;
let portal: TestPortal;
let file: CaseView;
let key: SoftAuthenticator;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true, environment: { PASSKEYS_REQUIRED: 'excise,rd@2199-01-01', PASSKEYS_GRACE_DAYS: '0' } });
  file = await fileOnOwnLand(portal, people.owner);
  key = new SoftAuthenticator(portal.url);
}, 60_000);
afterAll(() => portal.close());

const signIn = (hint: string): Promise<Caller> => new Caller(portal.url).signIn(hint);
const code = (reply: { status: number; body: unknown }): string => (reply.status < 300 ? 'done' : (reply.body as Problem).code);
const make = async (caller: Caller, authenticator: SoftAuthenticator, name = 'คอมพิวเตอร์ที่โต๊ะ'): Promise<string> => {
  const asked = await caller.call<PasskeyAsked>('POST', '/api/auth/passkeys/made');
  if (asked.status >= 300) return code(asked);
  return code(await caller.call('POST', `/api/auth/passkeys/made/${asked.body.challengeId}`, { name, response: authenticator.make(asked.body) }));
};
const show = async (caller: Caller, authenticator: SoftAuthenticator, digest?: string): Promise<string> => {
  const asked = must(await caller.call<PasskeyAsked>('POST', '/api/auth/passkeys/proofs', { ...(digest ? { digest } : {}) }), 201);
  return code(await caller.call('POST', `/api/auth/passkeys/proofs/${asked.challengeId}`, { response: authenticator.show(asked) }));
};
const me = async (caller: Caller): Promise<NonNullable<Me['account']>> => must(await caller.call<Required<Me>>('GET', '/api/auth/me'), 200).account;
const send = (caller: Caller, id: string, type: string, data: Record<string, unknown> = {}, idempotency: string = randomUUID()) =>
  caller.call<Partial<Problem>>('POST', `/api/applications/${id}/events`, { type, data }, { 'idempotency-key': idempotency });

describe('an officer whose agency asks for a passkey', () => {
  it('has no office until one is made, is led there by signing in, and goes on under a new session', async () => {
    const caller = new Caller(portal.url);
    const { url } = await caller.browser.visit(`${portal.url}/api/auth/login?login_hint=excise-east&returnTo=/desk`, (at) => at.startsWith(`${portal.url}/account`));
    expect(url).toBe(`${portal.url}/account/passkeys?returnTo=%2Fdesk`);
    expect(await me(caller)).toMatchObject({ roles: [], offices: [], secondStep: { step: 'enrol' } });
    expect(code(await caller.call('GET', '/api/tasks'))).toBe('passkey-needed');
    const before = caller.token;
    expect(await make(caller, new SoftAuthenticator(portal.url))).toBe('done');
    expect(caller.token).not.toBe(before);
    expect(await me(caller)).toMatchObject({ roles: ['officer'] });
    expect(code(await caller.call('GET', '/api/tasks'))).toBe('done');
  });

  it('has the rights until the rule begins, and is told from when on not', async () => {
    expect(await me(await signIn('revenue-east'))).toMatchObject({ roles: ['officer'], secondStep: { step: 'soon', until: '2198-12-31T17:00:00.000Z' } });
  });
});

describe('a passkey', () => {
  it('is nobody’s who works nowhere', async () => {
    expect(await make(await signIn('somchai'), new SoftAuthenticator(portal.url))).toBe('not-allowed');
  });

  it('is made on the portal’s own pages alone, by the answer to the question that was asked, and once', async () => {
    const caller = await signIn(officer);
    expect(await make(caller, new SoftAuthenticator('http://evil.example'))).toBe('passkey-refused');
    const asked = must(await caller.call<PasskeyAsked>('POST', '/api/auth/passkeys/made'), 201);
    const other = must(await caller.call<PasskeyAsked>('POST', '/api/auth/passkeys/made'), 201);
    const to = `/api/auth/passkeys/made/${asked.challengeId}`;
    expect(code(await caller.call('POST', to, { name: 'x', response: key.make(other) }))).toBe('passkey-refused');
    expect(code(await caller.call('POST', to, { name: 'x', response: key.make(asked) }))).toBe('passkey-refused');
    expect(await make(caller, key)).toBe('done');
    expect(await make(caller, key)).toBe('passkey-refused');
    expect(must(await caller.call<PasskeyView[]>('GET', '/api/auth/passkeys'), 200)).toMatchObject([{ name: 'คอมพิวเตอร์ที่โต๊ะ', isSynced: false }]);
  });

  it('is asked for at every later sign-in, and a stolen one of ThaID’s alone opens no office and makes no other passkey', async () => {
    const caller = await signIn(officer);
    expect(await me(caller)).toMatchObject({ roles: [], secondStep: { step: 'enter' } });
    expect(code(await caller.call('GET', '/api/tasks'))).toBe('passkey-needed');
    expect(await make(caller, new SoftAuthenticator(portal.url))).toBe('passkey-needed');
    const [mine] = must(await caller.call<PasskeyView[]>('GET', '/api/auth/passkeys'), 200);
    expect(code(await caller.call('DELETE', `/api/auth/passkeys/${mine?.id}`))).toBe('passkey-needed');
    expect(await show(caller, new SoftAuthenticator(portal.url))).toBe('passkey-refused');
    expect(await show(caller, key)).toBe('done');
    expect(code(await caller.call('GET', '/api/tasks'))).toBe('done');
  });

  it('that is shown wrongly five times ends the session; signing in again is the way back', async () => {
    const caller = await signIn(officer);
    const tries = [];
    for (let times = 0; times < 5; times++) tries.push(await show(caller, new SoftAuthenticator(portal.url)));
    expect(tries).toEqual([...Array<string>(4).fill('passkey-refused'), 'locked-out']);
    expect(code(await caller.call('GET', '/api/auth/sessions'))).toBe('not-signed-in');
    expect(await show(await signIn(officer), key)).toBe('done');
  });

  it('has a name, and can be taken off; it is never taken again', async () => {
    const caller = await signIn(officer);
    await show(caller, key);
    const spare = new SoftAuthenticator(portal.url);
    expect(await make(caller, spare, 'สำรอง')).toBe('done');
    const found = must(await caller.call<PasskeyView[]>('GET', '/api/auth/passkeys'), 200).find(({ name }) => name === 'สำรอง');
    expect(code(await caller.call('PUT', `/api/auth/passkeys/${found?.id}`, { name: 'กุญแจสำรอง' }))).toBe('done');
    expect(code(await (await signIn('excise-east')).call('PUT', `/api/auth/passkeys/${found?.id}`, { name: 'ของฉัน' }))).toBe('not-found');
    expect(code(await caller.call('DELETE', `/api/auth/passkeys/${found?.id}`))).toBe('done');
    expect(must(await caller.call<PasskeyView[]>('GET', '/api/auth/passkeys'), 200)).toHaveLength(1);
    expect(await make(caller, spare)).toBe('passkey-refused');
  });
});

describe('a decision', () => {
  const factory = (): string => file.details.find(({ code: of }) => of === 'factory-type-3')?.id ?? '';
  const other = (): string => file.details.find(({ id }) => id !== factory())?.id ?? '';
  const entered = async (): Promise<Caller> => {
    const caller = await signIn(officer);
    await show(caller, key);
    return caller;
  };

  it('is signed with the passkey, each for itself: what was signed fits no other act, no other words and no other application', async () => {
    const caller = await entered();
    const asked = await send(caller, factory(), 'factory.approved');
    const digest = digestOf(factory(), { type: 'factory.approved', data: {} }).toString('hex');
    expect([asked.status, asked.body.stepUp]).toEqual([403, { to: '/api/auth/step-up?act=sign', ways: ['passkey'], digest }]);
    expect(await show(caller, key, digest)).toBe('done');
    expect(code(await send(caller, factory(), 'factory.refused', { facts: 'ก', law: 'ข', considerations: 'ค' }))).toBe('step-up-needed');
    expect(code(await send(caller, factory(), 'factory.approved', { conditions: 'อย่างอื่น' }))).toBe('step-up-needed');
    expect(digestOf(other(), { type: 'factory.approved', data: {} }).toString('hex')).not.toBe(digest);
    const elsewhere = await entered();
    expect(code(await send(elsewhere, factory(), 'factory.approved'))).toBe('step-up-needed');
    expect(code(await send(caller, factory(), 'factory.approved'))).toBe('event-not-accepted');
  });

  it('is taken once it can be, under the key that it was sent with and no other; everything is kept to check it later', async () => {
    const caller = await entered();
    const steps: [string, Record<string, unknown>][] = [
      ['factory.accepted', {}], ['factory.inspectionPlanned', { plannedFor: new Date(Date.now() + 86_400_000).toISOString(), note: 'ช่วงเช้า' }],
      ['factory.inspectionRecorded', { result: 'passed', findings: 'เป็นไปตามหลักเกณฑ์' }], ['factory.approvalProposed', {}],
    ];
    for (const [type, data] of steps) expect([type, code(await send(caller, factory(), type, data))]).toEqual([type, 'done']);

    const [second, secondKey] = [await signIn('ieat-approver'), new SoftAuthenticator(portal.url)];
    await make(second, secondKey);
    const signed = { type: 'factory.approved', data: {}, key: randomUUID() };
    const { body } = await send(second, factory(), signed.type, signed.data, signed.key);
    expect(await show(second, secondKey, body.stepUp?.digest)).toBe('done');
    expect(code(await send(second, factory(), signed.type, signed.data, signed.key))).toBe('done');
    expect(code(await send(second, factory(), signed.type, signed.data, signed.key))).toBe('done');
    expect(code(await send(second, factory(), signed.type, signed.data))).toBe('step-up-needed');

    const [kept]: { nonce: Buffer; client_data: Buffer; authenticator_data: Buffer; signature: Buffer; public_key: Buffer; account_id: string }[] = await portal.running.source.query(
      `SELECT g.*, p.public_key FROM passkey_signature g JOIN passkey p ON p.id = g.passkey_id WHERE g.digest = $1 AND g.account_id = $2`,
      [digestOf(factory(), signed), personaAccountId('ieat-approver')],
    );
    if (!kept) throw new Error('Nothing was kept.');
    expect((JSON.parse(kept.client_data.toString()) as { challenge: string }).challenge).toBe(challengeFor(kept.nonce, digestOf(factory(), signed)).toString('base64url'));
    const [x, y] = [kept.public_key.subarray(10, 42), kept.public_key.subarray(45, 77)].map((part) => part.toString('base64url'));
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
    expect(createVerify('sha256').update(kept.authenticator_data).update(createHash('sha256').update(kept.client_data).digest()).verify(publicKey, kept.signature)).toBe(true);
    await expect(portal.running.source.query(`UPDATE passkey_signature SET signature = '\\x00'`)).rejects.toThrow(/permission denied/);
  });
});

describe('the record of sign-ins and refusals', () => {
  const own = async (caller: Caller): Promise<OwnSecurityView> => must(await caller.call<OwnSecurityView>('GET', '/api/auth/sign-ins'), 200);
  const search = async (query: Record<string, string> = {}): Promise<SecurityEventPage> => must(await portal.call<SecurityEventPage>('admin', 'GET', `/api/admin/security-events?${new URLSearchParams(query).toString()}`), 200);
  const tellCounted = (): Promise<void> => portal.app.get(SecurityRecord, { strict: false }).flush(true);
  const sql = (text: string): Promise<unknown> => portal.running.source.query(text);

  it('holds every sign-in, confirmation, lock-out and its end, each passkey and each session’s end; the person reads it', async () => {
    const caller = await signIn(officer);
    for (let times = 0; times < 5; times++) await show(caller, new SoftAuthenticator(portal.url));
    const again = await signIn(officer);
    await show(again, key);
    const spare = new SoftAuthenticator(portal.url);
    await make(again, spare, 'อีกอัน');
    const found = must(await again.call<PasskeyView[]>('GET', '/api/auth/passkeys'), 200).find(({ name }) => name === 'อีกอัน');
    must(await again.call('DELETE', `/api/auth/passkeys/${found?.id}`), 204);
    const elsewhere = await signIn(officer);
    must(await again.call('DELETE', '/api/auth/sessions'), 200);
    const { items, reference } = await own(again);
    expect(items.map(({ kind }) => kind).slice(0, 13)).toEqual([
      ...Array<string>(items.findIndex(({ kind }) => kind !== 'session-ended')).fill('session-ended'), 'sign-in', 'passkey-removed', 'passkey-added', 'step-up', 'sign-in', 'lock-lifted', 'locked-out', ...Array<string>(5).fill('passkey-failed'),
    ].slice(0, 13));
    expect(items.every(({ isFromHere, isByMe }) => isFromHere && isByMe)).toBe(true);
    expect(items.filter(({ kind, isThisOne }) => kind === 'sign-in' && isThisOne)).toHaveLength(1);
    expect(reference).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){2}$/);
    expect(code(await elsewhere.call('GET', '/api/tasks'))).toBe('not-signed-in');
  });

  it('holds what failed at the provider, and why', async () => {
    const stranger = new Caller(portal.url);
    const { url } = await stranger.browser.visit(`${portal.url}/api/auth/login?login_hint=somchai`, (at) => at.includes('/api/auth/callback'));
    const turnedDown = new URL(url);
    turnedDown.searchParams.delete('code');
    turnedDown.searchParams.set('error', 'access_denied');
    expect((await stranger.call('GET', `${turnedDown.pathname}${turnedDown.search}`)).status).toBe(401);
    expect((await stranger.call('GET', '/api/auth/callback?state=never')).status).toBe(400);
    const { items } = await search({ kind: 'sign-in-failed' });
    expect(items.slice(0, 2).map(({ code: why, who }) => [why, who])).toEqual([['sign-in-expired', null], ['refused-by-provider', null]]);
  });

  it('holds who was refused what, at which pattern of address, and repeats as one number', async () => {
    const caller = await signIn('wichai');
    for (let times = 0; times < 30; times++) await caller.call('GET', '/api/tasks?q=ความลับ');
    await caller.call('GET', `/api/cases/${file.id}`);
    await caller.call('POST', '/api/cases', { journey: 'x' }, { origin: 'https://evil.example' });
    const token = caller.token ?? '';
    must(await caller.call('POST', '/api/auth/logout'), 200);
    await new Caller(portal.url).call('GET', '/api/cases', undefined, { cookie: `anuyat-session=${token}` });
    await new Caller(portal.url).call('GET', '/api/cases');
    await tellCounted();
    const { reference } = await own(await signIn('wichai'));
    const said = ({ kind, code: why, call, count }: SecurityEventView) => [kind, why, call, count].join(' ');
    const about = (await search({ person: reference })).items;
    expect(about.map(said)).toEqual(expect.arrayContaining(['refused not-allowed GET /api/tasks 1', 'refused not-allowed GET /api/tasks 29', 'refused not-found GET /api/cases/:id 1', 'cross-origin wrong-origin POST /api/cases 1', 'sign-out   1']));
    expect(new Set(about.filter(({ kind }) => kind === 'refused').map(({ session }) => session)).size).toBe(1);
    expect(about.every(({ who }) => who?.reference === reference && who.staff === null)).toBe(true);
    const nobodys = (await search({ kind: 'refused' })).items.filter(({ who, call }) => who === null && call === 'GET /api/cases');
    expect(nobodys.map(({ code: why, count }) => [why, count])).toEqual([['not-signed-in', 1]]);
  });

  it('is walked page by page, by staff’s names, kinds and times; looking is written down, and told to whom it was about', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: SecurityEventPage = await search({ limit: '7', person: 'Sirichai', ...(after ? { after } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const caller = await signIn(officer);
    const { reference, items } = await own(caller);
    const now = new Date().toISOString();
    expect((await search({ person: reference, kind: 'locked-out', until: now })).items[0]).toMatchObject({ kind: 'locked-out', who: { reference, staff: expect.objectContaining({ th: expect.any(String) as string }) as object } });
    expect((await search({ person: reference, from: '2199-01-01T00:00:00Z' })).items).toEqual([]);
    const after = (await own(caller)).items;
    expect(after.length).toBeGreaterThanOrEqual(items.length);
    expect(after[0]).toMatchObject({ kind: 'record-read', isByMe: false });
    expect(code(await portal.call('admin', 'GET', '/api/admin/security-events?kind=gossip'))).toBe('bad-request');
  });

  it('ends somebody’s sessions from there, while the account stays: the person reads who did it', async () => {
    const [one, other] = [await signIn('somchai'), await signIn('somchai')];
    const { reference } = await own(one);
    expect(must(await portal.call<{ ended: number }>('admin', 'DELETE', `/api/admin/people/${reference}/sessions`), 200).ended).toBeGreaterThanOrEqual(2);
    for (const caller of [one, other]) expect(code(await caller.call('GET', '/api/cases'))).toBe('not-signed-in');
    const { items } = await own(await signIn('somchai'));
    expect(items.find(({ kind }) => kind === 'session-ended')).toMatchObject({ code: 'by-administrator', isByMe: false });
    expect(code(await portal.call('admin', 'DELETE', `/api/admin/people/${(await own(await portal.caller('admin'))).reference}/sessions`))).toBe('own-matter');
  });

  it('only grows, and holds no secret, no number of a person or session, no address and no word that anybody typed', async () => {
    await tellCounted();
    await expect(sql(`UPDATE security_event SET count = 2`)).rejects.toThrow(/permission denied/);
    await expect(sql(`DELETE FROM security_event`)).rejects.toThrow(/permission denied/);
    const text = JSON.stringify(await sql(`SELECT * FROM security_event`));
    expect(text.length).toBeGreaterThan(5_000);
    const sessions = (await sql(`SELECT encode(id, 'hex') AS id, encode(id, 'base64') AS text FROM session`)) as { id: string; text: string }[];
    const tokens = await Promise.all(['admin', 'somchai'].map(async (hint) => (await portal.caller(hint)).token ?? 'none'));
    const secrets = [...sessions.flatMap(({ id, text: written }) => [id, written]), ...tokens, ...personas.flatMap(({ personalId }) => personalId ?? []), '127.0.0.1', '::1', 'ความลับ', file.id, 'evil.example', 'access_denied'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
