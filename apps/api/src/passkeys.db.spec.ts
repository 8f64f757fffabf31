import { createHash, createPublicKey, createVerify, randomUUID } from 'node:crypto';
import type { CaseView, Me, PasskeyAsked, PasskeyView, Problem } from '@anuyat/contract';
import { challengeFor, personaAccountId } from '@anuyat/identity';
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
