import { randomUUID } from 'node:crypto';
import type { AgencyPeopleView, CaseView, InvitationView, InvitedOfficer, Me, MyOfficeView, OwnSecurityView, PasskeyAsked, PeopleNoteView, Problem, TaskPage, TaskSummary, TimelineEntry } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { personaAccountId } from '@anuyat/identity';
import { findPersona } from '@anuyat/identity/personas';
import { releaseAbandoned } from '@anuyat/reviews';
import type { Reply } from './cases/testing/test-api';
import { must } from './cases/testing/walk';
import { people } from './testing/access-world';
import { Caller, type Method, type Payload } from './testing/caller';
import { fileOnOwnLand } from './testing/estate-case';
import { SoftAuthenticator } from './testing/soft-authenticator';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const estate = 'ieat-amata-city-rayong-estate';
const today = bangkokDate(new Date());
const year = (years: number): string => `${Number(today.slice(0, 4)) + years}-01-31`;

let portal: TestPortal;
let file: CaseView;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  file = await fileOnOwnLand(portal, people.owner);
}, 60_000);
afterAll(() => portal.close());

const sql = (text: string, values: unknown[] = []): Promise<unknown> => portal.running.source.query(text, values);
const code = (reply: { status: number; body: unknown }): string => (reply.status < 300 ? 'done' : (reply.body as Problem).code);
const call = async <T>(hint: string, method: Method, path: string, payload?: Payload): Promise<Reply<T>> => (await portal.caller(hint)).call<T>(method, path, payload, { 'idempotency-key': randomUUID() });
const told = async (hint: string, method: Method, path: string, payload?: Payload): Promise<string> => code(await call(hint, method, path, payload));
const account = async (hint: string): Promise<NonNullable<Me['account']>> => must(await (await new Caller(portal.url).signIn(hint)).call<Required<Me>>('GET', '/api/auth/me'), 200).account;
const staff = async (hint = 'ieat-people', agency = 'ieat'): Promise<AgencyPeopleView> => must(await call<AgencyPeopleView>(hint, 'GET', `/api/people/agencies/${agency}`), 200);
const termOf = async (hint: string): Promise<string> => (await staff()).officers.find(({ accountId }) => accountId === personaAccountId(hint))?.terms.find(({ office, state }) => office.code === estate && state !== 'ended')?.id ?? '';
const invite = (more: object) => call<InvitedOfficer>('ieat-people', 'POST', '/api/people/agencies/ieat/invitations', { office: estate, permissions: ['review'], name: 'มาลี มีสุข', from: today, ...more });
const tokenIn = ({ link }: InvitedOfficer): string => new URL(link).searchParams.get('token') ?? '';
const task = async (hint: string): Promise<TaskSummary> => {
  for (;;) {
    const found = must(await call<TaskPage>(hint, 'GET', '/api/tasks?limit=100'), 200).items.find(({ applicationId }) => applicationId === factory());
    if (found) return found;
  }
};
const factory = (): string => file.details.find(({ code: of }) => of === 'factory-type-3')?.id ?? '';
const event = (hint: string, type: string, data: object = {}): Promise<string> => told(hint, 'POST', `/api/applications/${factory()}/events`, { type, data });

describe('an invitation', () => {
  it('is for one person: it waits for the number that it was written for, is accepted once, and gives the office for its time', async () => {
    const invited = must(await invite({ personalId: findPersona('wichai')?.personalId, name: 'ผู้ได้รับเชิญ', until: year(2) }), 201);
    const guest = 'wichai';
    expect(await told('somchai', 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('other-invited');
    expect(await told('somchai', 'POST', '/api/people/invitations/accepted', { id: invited.id })).toBe('other-invited');
    const [waiting] = must(await call<InvitationView[]>(guest, 'GET', '/api/people/invitations'), 200);
    expect(waiting).toMatchObject({ id: invited.id, office: { code: estate }, from: today, until: year(2), address: expect.stringMatching(/x/) });
    expect(await told(guest, 'POST', '/api/people/invitations/accepted', { id: invited.id })).toBe('done');
    expect((await account(guest)).offices).toMatchObject([{ office: { code: estate }, permissions: ['review'] }]);
    expect(await told(guest, 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('invitation-over');
    expect((await staff()).notes.map(({ what }) => what).slice(0, 2)).toEqual(['joined', 'invited']);
  });

  it('by e-mail opens only to the name that ThaID vouches for; a link that somebody else has opens nothing', async () => {
    const invited = must(await invite({ email: 'malee@example.go.th', name: 'มาลี  มีสุข' }), 201);
    expect(must(await call<InvitationView[]>('somchai', 'GET', `/api/people/invitations?token=${tokenIn(invited)}`), 200)).toHaveLength(1);
    expect(await told('somchai', 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('other-invited');
    expect(await told('malee', 'POST', '/api/people/invitations/accepted', { id: invited.id })).toBe('other-invited');
    expect(JSON.stringify(await sql(`SELECT *, encode(token_hash, 'hex') FROM officer_invitation`))).not.toContain(tokenIn(invited));
    expect(await told('ieat-people', 'DELETE', `/api/people/invitations/${invited.id}`)).toBe('done');
    expect(await told('malee', 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('invitation-over');
  });

  it('comes from the agency itself: its administrator invites to no other’s office, and sees and changes no other’s people', async () => {
    expect(code(await invite({ office: 'bma-1039-sanitation', email: 'a@example.go.th' }))).toBe('bad-request');
    expect(await told('bma-people', 'GET', '/api/people/agencies/ieat')).toBe('not-found');
    expect(await told('bma-people', 'POST', `/api/people/terms/${await termOf(people.officer)}/end`, { isSure: true })).toBe('not-found');
    expect(await told('bma-people', 'DELETE', `/api/people/agencies/bma/officers/${personaAccountId(people.officer)}/passkeys`)).toBe('not-found');
    expect(await told(people.officer, 'GET', '/api/people/agencies/ieat')).toBe('not-allowed');
    expect(await told('admin', 'GET', '/api/people/agencies/ieat')).toBe('not-allowed');
  });

  it('can be to look after the agency’s people', async () => {
    const invited = must(await call<InvitedOfficer>('ieat-people', 'POST', '/api/people/agencies/ieat/invitations', { name: 'สมชาย ใจดี', email: 'somchai@example.go.th', from: today }), 201);
    expect(await told('somchai', 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('done');
    expect(await account('somchai')).toMatchObject({ roles: expect.arrayContaining(['applicant', 'agency-admin']), looksAfter: [{ code: 'ieat' }] });
  });
});

describe('a term of office', () => {
  it('gives nothing before its first day and after its last', async () => {
    const invited = must(await invite({ office: 'ieat-hq-estate', email: 'anna@example.go.th', name: 'Anna Andersson', from: year(1), until: year(2) }), 201);
    await sql(`UPDATE officer_invitation SET name = (SELECT name_en FROM account WHERE subject = 'sandbox-wichai') WHERE id = $1`, [invited.id]);
    expect(await told('wichai', 'POST', '/api/people/invitations/accepted', { token: tokenIn(invited) })).toBe('done');
    const has = async (): Promise<boolean> => (await account('wichai')).offices.some(({ office }) => office.code === 'ieat-hq-estate');
    expect(await has()).toBe(false);
    await sql(`UPDATE office_membership SET valid_from = now() - interval '1 second' WHERE office = 'ieat-hq-estate' AND account_id = $1`, [personaAccountId('wichai')]);
    expect(await has()).toBe(true);
    await sql(`UPDATE office_membership SET valid_until = now() WHERE office = 'ieat-hq-estate' AND account_id = $1`, [personaAccountId('wichai')]);
    expect(await has()).toBe(false);
  });
});

describe('an officer who is away', () => {
  const cover = { standIn: personaAccountId('ieat-head-office'), from: today, until: year(1) };

  it('names a colleague of the same agency, nobody else and not oneself', async () => {
    expect(await told(people.officer, 'POST', '/api/people/covers', { ...cover, standIn: personaAccountId('diw') })).toBe('not-found');
    expect(await told(people.officer, 'POST', '/api/people/covers', { ...cover, standIn: personaAccountId(people.officer) })).toBe('bad-request');
    expect(await told(people.officer, 'POST', '/api/people/covers', { ...cover, until: '2020-01-01' })).toBe('bad-request');
    expect(await told('ieat-head-office', 'GET', `/api/tasks/${(await task(people.officer)).id}`)).toBe('not-found');
    expect(await told(people.officer, 'POST', `/api/tasks/${(await task(people.officer)).id}/claim`, {})).toBe('done');
    expect(await told(people.officer, 'POST', '/api/people/covers', cover)).toBe('done');
  });

  it('is stood in for: the colleague takes the task over and decides, and the history names both', async () => {
    expect((await account('ieat-head-office')).offices).toContainEqual(expect.objectContaining({ office: expect.objectContaining({ code: estate }), standsInFor: expect.objectContaining({ accountId: personaAccountId(people.officer) }) }));
    const { id } = await task('ieat-head-office');
    expect(await told('ieat-head-office', 'POST', `/api/tasks/${id}/claim`, {})).toBe('done');
    expect(await event('ieat-head-office', 'factory.accepted')).toBe('done');
    const [line]: { actor: object }[] = (await sql(`SELECT actor FROM history WHERE application_id = $1 AND type = 'factory.accepted'`, [factory()])) as { actor: object }[];
    expect(line?.actor).toMatchObject({ accountId: personaAccountId('ieat-head-office'), inPlaceOf: { accountId: personaAccountId(people.officer) } });
    const history = must(await call<TimelineEntry[]>(people.owner, 'GET', `/api/applications/${factory()}/history`), 200);
    expect(history.some(({ by }) => by.en.includes('standing in for') && by.th.includes('ปฏิบัติหน้าที่แทน'))).toBe(true);
  });

  it('is back when it is ended: what the colleague had taken goes back to the office', async () => {
    const { covers } = must(await call<MyOfficeView>(people.officer, 'GET', '/api/people/mine'), 200);
    expect(covers).toMatchObject([{ from: today, until: year(1), standIn: { accountId: personaAccountId('ieat-head-office') } }]);
    expect(await told('revenue-east', 'DELETE', `/api/people/covers/${covers[0]?.id}`)).toBe('not-found');
    expect(await told(people.officer, 'DELETE', `/api/people/covers/${covers[0]?.id}`)).toBe('done');
    expect(await told('ieat-head-office', 'GET', `/api/tasks/${(await task(people.officer)).id}`)).toBe('not-found');
    await releaseAbandoned(portal.running.source);
    expect((await task(people.officer)).assignee).toBeNull();
  });
});

describe('an officer who leaves', () => {
  it('has what was taken given back to the office, at once and in the same step as the right', async () => {
    const { id } = await task(people.officer);
    expect(await told(people.officer, 'POST', `/api/tasks/${id}/claim`, {})).toBe('done');
    expect(await told('ieat-people', 'PUT', `/api/people/terms/${await termOf(people.officer)}`, { permissions: ['review'], from: today, until: year(3) })).toBe('done');
    expect((await task(people.officer)).assignee?.id).toBe(personaAccountId(people.officer));
    expect(await told('ieat-people', 'POST', `/api/people/terms/${await termOf(people.officer)}/end`, {})).toBe('done');
    expect((await account(people.officer)).offices.some(({ office }) => office.code === estate)).toBe(false);
    expect((await task('ieat-approver')).assignee).toBeNull();
  });

  it('is asked about where nobody would be left who can do the work', async () => {
    const end = (body: object) => termOf('ieat-approver').then((id) => told('ieat-people', 'POST', `/api/people/terms/${id}/end`, body));
    expect(await end({})).toBe('last-officer');
    expect(await told('ieat-people', 'PUT', `/api/people/terms/${await termOf('ieat-approver')}`, { permissions: ['review'], from: today })).toBe('last-officer');
    expect(await told('ieat-people', 'PUT', `/api/people/terms/${await termOf('ieat-approver')}`, { permissions: ['review', 'inspect', 'approve'], from: today, until: year(1) })).toBe('last-officer');
    expect(await end({ isSure: true })).toBe('done');
  });
});

describe('who looks after an agency’s people', () => {
  const admins = async (): Promise<AgencyPeopleView['administrators']> => (await staff()).administrators;
  const end = async (hint: string, accountId: string): Promise<string> => told(hint, 'POST', `/api/people/administrators/${(await admins()).find((one) => one.accountId === accountId)?.id}/end`);
  const [first, second] = [personaAccountId('ieat-people'), personaAccountId('somchai')];

  it('is never the last to go: there has to be a successor who has begun, and stays as long', async () => {
    await sql(`UPDATE agency_administrator SET valid_until = now() + interval '1 day' WHERE account_id = $1`, [second]);
    expect(await end('ieat-people', first)).toBe('last-administrator');
    await sql(`UPDATE agency_administrator SET valid_from = now() + interval '1 hour', valid_until = NULL WHERE account_id = $1`, [second]);
    expect(await end('ieat-people', first)).toBe('last-administrator');
    await sql(`UPDATE agency_administrator SET valid_from = now() WHERE account_id = $1`, [second]);
    expect(await end('bma-people', first)).toBe('not-found');
  });

  it('two who end each other’s term at the same moment leave one', async () => {
    const outcomes = await Promise.all([end('ieat-people', second), end('somchai', first)]);
    expect(outcomes.toSorted()).not.toEqual(['done', 'done']);
    expect(outcomes).toContain('done');
    expect(await sql(`SELECT count(*)::int AS left FROM agency_administrator WHERE agency = 'ieat' AND (valid_until IS NULL OR valid_until > now())`)).toEqual([{ left: 1 }]);
    await sql(`UPDATE agency_administrator SET valid_until = NULL WHERE account_id = $1`, [first]);
    await sql(`UPDATE agency_administrator SET valid_until = now() WHERE account_id = $1`, [second]);
    while (!(await account('ieat-people')).looksAfter.some(({ code: agency }) => agency === 'ieat')) await new Promise((resolve) => setImmediate(resolve));
    expect((await staff()).notes.map(({ what }) => what)).toContain('administrator-ended');
  });

  it('ends the sessions of an officer whose device was lost; the office stays, and both read of it', async () => {
    const lost = await new Caller(portal.url).signIn('ieat-laem-chabang');
    const path = `/api/people/agencies/ieat/officers/${personaAccountId('ieat-laem-chabang')}/sessions`;
    expect(await told('bma-people', 'DELETE', path.replace('ieat', 'bma'))).toBe('not-found');
    expect(await told('ieat-people', 'DELETE', path)).toBe('done');
    expect(code(await lost.call('GET', '/api/tasks'))).toBe('not-signed-in');
    const again = await new Caller(portal.url).signIn('ieat-laem-chabang');
    expect(must(await again.call<MyOfficeView>('GET', '/api/people/mine'), 200).notes[0]).toMatchObject({ what: 'sessions-ended' });
    expect(must(await again.call<OwnSecurityView>('GET', '/api/auth/sign-ins'), 200).items[1]).toMatchObject({ kind: 'session-ended', code: 'by-administrator', isByMe: false });
  });
});

describe('a lost passkey', () => {
  it('is taken off by who looks after the agency’s people: every session ends, both read of it, and another can be made', async () => {
    const make = async (caller: Caller): Promise<string> => {
      const asked = must(await caller.call<PasskeyAsked>('POST', '/api/auth/passkeys/made'), 201);
      return code(await caller.call('POST', `/api/auth/passkeys/made/${asked.challengeId}`, { name: 'โทรศัพท์', response: new SoftAuthenticator(portal.url).make(asked) }));
    };
    const officer = await new Caller(portal.url).signIn('ieat-laem-chabang');
    expect(await make(officer)).toBe('done');
    expect((await staff()).officers.find(({ accountId }) => accountId === personaAccountId('ieat-laem-chabang'))?.passkeys).toBe(1);
    expect(await told('ieat-people', 'DELETE', `/api/people/agencies/ieat/officers/${personaAccountId('ieat-laem-chabang')}/passkeys`)).toBe('done');
    expect(code(await officer.call('GET', '/api/tasks'))).toBe('not-signed-in');
    const again = await new Caller(portal.url).signIn('ieat-laem-chabang');
    const { notes } = must(await again.call<MyOfficeView>('GET', '/api/people/mine'), 200);
    expect(notes[0]).toMatchObject({ what: 'passkeys-removed' satisfies PeopleNoteView['what'], by: { en: 'Sanha Khondee' } });
    expect(await make(again)).toBe('done');
    await expect(sql(`UPDATE people_note SET what = 'joined'`)).rejects.toThrow(/permission denied/);
  });
});
