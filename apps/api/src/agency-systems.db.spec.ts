import { createHash, randomUUID } from 'node:crypto';
import type { AccessView, AgencyPeopleView, AgencySystemsView, CaseView, EventReply, OwnSystemView, Problem, TaskPage, TaskSummary, TaskView, TimelineEntry } from '@anuyat/contract';
import { Doorkeeper, personaAccountId } from '@anuyat/identity';
import { replayAll } from '@anuyat/registrar';
import type { Reply } from './cases/testing/test-api';
import { fill, must, submit } from './cases/testing/walk';
import { people } from './testing/access-world';
import { dayIn, registrationOf, secondAdministrator, workingSystem } from './testing/agency-system';
import { fileOnOwnLand, rayongFactory } from './testing/estate-case';
import { fingerprint, untilDone } from './testing/fingerprint';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';
import { SystemCaller, type Trick } from './testing/system-caller';

const estate = 'ieat-amata-city-rayong-estate';
const officer = { accountId: personaAccountId(people.officer), position: 'ผู้อำนวยการสำนักงานนิคม' };
const approver = { accountId: personaAccountId('ieat-approver'), position: 'รองผู้ว่าการ' };

let portal: TestPortal;
let file: CaseView;
let system: SystemCaller & { id: string };
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  file = await fileOnOwnLand(portal, people.owner);
  system = await workingSystem(portal);
  await untilDone(portal.running.source);
}, 60_000);
afterAll(() => portal.close());

const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => portal.running.source.query(text, values);
const code = ({ status, body }: Reply<unknown>): string => (status < 300 ? 'done' : (body as Problem).code);
const application = (): string => file.details.find(({ code: of }) => of === 'factory-type-3')?.id ?? '';
const tasks = async (by: SystemCaller = system): Promise<TaskSummary[]> => must(await by.call<TaskPage>('GET', '/api/tasks?limit=100'), 200).items;
const factoryTask = async (): Promise<TaskSummary> => (await tasks()).find(({ applicationId }) => applicationId === application()) as TaskSummary;
const event = (type: string, more: object = {}, key = randomUUID(), by: SystemCaller = system): Promise<Reply<EventReply>> => by.call<EventReply>('POST', `/api/applications/${application()}/events`, { type, ...more }, { 'idempotency-key': key });
const act = (hint: string, id: string, what: string): Promise<string> => portal.call(hint, 'POST', `/api/people/systems/${id}/${what}`).then(code);
const listed = async (): Promise<AgencySystemsView['systems']> => must(await portal.call<AgencySystemsView>('ieat-people', 'GET', '/api/people/agencies/ieat/systems'), 200).systems;
const register = (more: object, hint = 'ieat-people', agency = 'ieat') => portal.call<{ id: string }>(hint, 'POST', `/api/people/agencies/${agency}/systems`, registrationOf(new SystemCaller(portal.url), more));

describe('a system of an agency', () => {
  it('works from the moment at which a second administrator confirms it, within its days, until it is suspended or ended; all of it is written down', async () => {
    const other = await secondAdministrator(portal);
    const fresh = new SystemCaller(portal.url, 'p-256');
    const works = async (): Promise<string> => code(await fresh.call('GET', '/api/system'));
    const { id } = must(await portal.call<{ id: string }>('ieat-people', 'POST', '/api/people/agencies/ieat/systems', registrationOf(fresh)), 201);
    expect(await works()).toBe('signature-refused');
    expect((await listed()).find((each) => each.id === id)).toMatchObject({ state: 'waiting', mayConfirm: false, confirmedBy: null, offices: [{ code: estate }] });
    expect(await act('ieat-people', id, 'confirm')).toBe('own-registration');
    for (const hint of ['bma-people', people.officer, people.administrator]) expect(await act(hint, id, 'confirm')).toMatch(/not-found|not-allowed/);
    expect(await act(other, id, 'confirm')).toBe('done');
    expect(await works()).toBe('done');
    expect(await act(other, id, 'confirm')).toBe('event-not-accepted');
    expect(await act(other, id, 'suspend')).toBe('done');
    expect(await works()).toBe('signature-refused');
    expect(await act('ieat-people', id, 'resume')).toBe('done');
    expect(await works()).toBe('done');
    expect(await act('ieat-people', id, 'end')).toBe('done');
    expect(await works()).toBe('signature-refused');
    expect(await act(other, id, 'resume')).toBe('not-found');
    const notes = must(await portal.call<AgencyPeopleView>('ieat-people', 'GET', '/api/people/agencies/ieat'), 200).notes.slice(0, 5);
    expect(notes.map(({ what, about }) => [what, about])).toEqual(['system-ended', 'system-resumed', 'system-suspended', 'system-confirmed', 'system-registered'].map((what) => [what, 'ระบบสารบรรณนิคม']));
    expect(code(await portal.call('ieat-people', 'POST', '/api/people/agencies/ieat/systems', registrationOf(fresh)))).toBe('key-taken');
  });

  it('is not registered for another agency’s office, with a private or a broken key, for longer than two years or backwards, by others, or without a fresh proof', async () => {
    const { d, ...key } = new SystemCaller(portal.url).privateKey as { d: string; x: string };
    const wrong = [{ offices: ['diw-10-factory'] }, { offices: [] }, { key: { ...key, d } }, { key: { ...key, crv: 'P-256', kty: 'EC' } }, { key: { kty: 'EC', crv: 'P-256', x: key.x, y: key.x } }, { until: dayIn(800) }, { from: dayIn(5), until: dayIn(4) }, { agency: 'diw' }, { confirmedBy: personaAccountId('ieat-people') }];
    for (const more of wrong) expect([more, code(await register(more))]).toEqual([more, expect.stringMatching(/bad-request|answers-invalid/)]);
    expect(code(await register({}, 'bma-people'))).toBe('not-found');
    expect(code(await register({}, people.officer))).toBe('not-allowed');
    await sql(`UPDATE session SET proved_at = now() - interval '1 hour' WHERE account_id = $1`, [personaAccountId('ieat-people')]);
    portal.app.get(Doorkeeper).forget();
    expect(code(await register({}))).toBe('step-up-needed');
    await sql(`UPDATE session SET proved_at = now() WHERE account_id = $1`, [personaAccountId('ieat-people')]);
    portal.app.get(Doorkeeper).forget();
  });

  it('does nothing before its first day, and nobody can move its days, its offices or its key', async () => {
    const coming = await workingSystem(portal, { from: dayIn(2) });
    expect(code(await coming.call('GET', '/api/system'))).toBe('signature-refused');
    expect((await listed()).find(({ id }) => id === coming.id)?.state).toBe('coming');
    for (const column of ['valid_from', 'valid_until', 'offices', 'key', 'key_thumbprint', 'agency', 'webhook_url', 'registered_by']) await expect(sql(`UPDATE agency_system SET ${column} = ${column}`)).rejects.toThrow(/permission denied/);
    await expect(sql(`DELETE FROM agency_system`)).rejects.toThrow(/permission denied/);
    await expect(sql(`UPDATE system_signature SET body = ''`)).rejects.toThrow(/permission denied/);
  });
});

describe('what it signs', () => {
  const ask = (trick: Trick) => system.send('GET', '/api/tasks', undefined, {}, trick).then(code);
  const claim = (trick: Trick, payload: object = { type: 'factory.accepted', data: {} }) => system.send('POST', `/api/applications/${application()}/events`, payload, { 'idempotency-key': randomUUID() }, trick).then(code);
  const edit = (name: string, by: (value: string) => string): Trick => ({ change: ({ headers }) => ({ headers: { ...headers, [name]: by(headers[name] ?? '') } }) });
  const without = (name: string): Trick => ({ change: ({ headers: { [name]: _, ...headers } }) => ({ headers }) });

  it('is good for exactly that request: its method, its address, its body and its key; once; for a minute', async () => {
    const before = await fingerprint(portal.running.source);
    const nonce = randomUUID();
    expect(await ask({ nonce })).toBe('done');
    expect(await ask({ nonce })).toBe('signature-used');
    expect(await Promise.all(Array.from({ length: 4 }, () => ask({ nonce: 'the-same-for-four-x' })))).toEqual(expect.arrayContaining(['done', 'signature-used', 'signature-used', 'signature-used']));
    const refused: Trick[] = [
      { created: new Date(Date.now() - 61_000) }, { created: new Date(Date.now() + 30_000) }, { nonce: 'short' }, { key: new SystemCaller(portal.url).privateKey },
      { change: () => ({ path: '/api/tasks?limit=1' }) }, { change: () => ({ path: '/api/system' }) },
      without('signature'), without('signature-input'), edit('signature', (value) => value.replace(/=:(.)/, (_, first) => (first === 'A' ? '=:B' : '=:A'))), edit('signature', () => 'sig=:AAAA:'), edit('signature-input', (value) => value.replace('@target-uri', '@path')),
      edit('signature-input', (value) => value.replace('"@method" ', '')), edit('signature-input', (value) => value.replace('tag="anuyat"', 'tag="other"')), edit('signature-input', (value) => value.replace('ed25519', 'hmac-sha256')),
      edit('signature-input', (value) => `${value}, x${value}`), edit('signature-input', () => 'sig=()'), edit('signature-input', () => 'x'.repeat(4_000)), edit('signature-input', (value) => value.replace('"@method"', '"@method";req')),
    ];
    for (const trick of refused) expect([refused.indexOf(trick), await ask(trick)]).toEqual([refused.indexOf(trick), 'signature-refused']);
    const changed: Trick[] = [
      { change: () => ({ body: JSON.stringify({ type: 'withdrawn', data: {} }) }) }, without('content-digest'), edit('content-digest', () => 'sha-256=:AAAA:'),
      edit('idempotency-key', () => randomUUID()), { change: ({ path }) => ({ path: path.replace(application(), randomUUID()) }) },
      { change: ({ headers, body }) => ({ body: `${body} `, headers: { ...headers, 'content-digest': `sha-256=:${createHash('sha256').update(`${body} `).digest('base64')}:` } }) },
    ];
    for (const trick of changed) expect([changed.indexOf(trick), await claim(trick)]).toEqual([changed.indexOf(trick), 'signature-refused']);
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });

  it('opens nothing but what is an agency’s system’s, whoever’s cookies come with it', async () => {
    const { headers } = await (await portal.caller(people.administrator)).call('GET', '/api/auth/me');
    expect(headers['content-type']).toContain('json');
    const cookie = `anuyat-session=${(await portal.caller(people.administrator)).token}`;
    for (const path of ['/api/my-data/accesses', '/api/people/agencies/ieat', '/api/cases', '/api/people/mine', '/api/staff-notices', `/api/applications/${application()}`]) expect([path, code(await system.call('GET', path, undefined, { cookie }))]).toEqual([path, 'not-allowed']);
    expect(code(await portal.call(people.administrator, 'GET', '/api/system'))).toBe('not-allowed');
    expect(code(await portal.call(people.officer, 'POST', `/api/applications/${application()}/events`, { type: 'factory.accepted', data: {}, officer }, { 'idempotency-key': randomUUID() }))).toBe('bad-request');
  });
});

describe('the work of its offices', () => {
  it('is read as an officer of the office reads it, and the applicant reads which system looked', async () => {
    const own = must(await system.call<OwnSystemView>('GET', '/api/system'), 200);
    expect(own).toMatchObject({ agency: 'ieat', offices: [{ code: estate }], officers: expect.arrayContaining([expect.objectContaining({ accountId: officer.accountId, office: estate })]) });
    expect(own.officers.filter(({ office }) => office !== estate)).toEqual([]);
    const page = must(await system.call<TaskPage>('GET', '/api/tasks?limit=1'), 200);
    expect(page.items).toHaveLength(1);
    const seen = [...page.items];
    for (let { next } = page; next; ) {
      const more = must(await system.call<TaskPage>('GET', `/api/tasks?limit=1&after=${encodeURIComponent(next)}`), 200);
      seen.push(...more.items);
      next = more.next;
    }
    const theirs = must(await portal.call<TaskPage>(people.officer, 'GET', '/api/tasks?limit=100'), 200).items;
    expect(seen.map(({ id }) => id).sort()).toEqual(theirs.map(({ id }) => id).sort());
    const { id } = await factoryTask();
    const [mine, officers] = [must(await system.call<TaskView>('GET', `/api/tasks/${id}`), 200), must(await portal.call<TaskView>(people.officer, 'GET', `/api/tasks/${id}`), 200)];
    expect([mine.answers, mine.documents, mine.acts.map(({ event: act }) => act)]).toEqual([officers.answers, officers.documents, officers.acts.map(({ event: act }) => act)]);
    const [paper] = mine.documents;
    must(await system.call('GET', `/api/documents/${paper?.id}/content`), 200);
    const looks = must(await portal.call<AccessView[]>(people.owner, 'GET', '/api/my-data/accesses'), 200).filter(({ reader }) => reader.th === 'ระบบของหน่วยงาน “ระบบสารบรรณนิคม”');
    expect(looks.map(({ what, office }) => [what, office?.code])).toEqual([['paper', estate], ['file', estate]]);
  });

  it('of another office is not there, in lists, by its id, or for an event', async () => {
    const [other] = await sql<{ id: string; application_id: string }>(`SELECT id, application_id FROM task WHERE office <> $1 LIMIT 1`, [estate]);
    expect(new Set((await tasks()).map(({ office }) => office.code))).toEqual(new Set([estate]));
    const elsewhere = await workingSystem(portal, { offices: ['ieat-laem-chabang-estate'] });
    const { id } = await factoryTask();
    expect(await tasks(elsewhere)).toEqual([]);
    for (const [by, task] of [[system, other?.id], [elsewhere, id]] as const) {
      expect(code(await by.call('GET', `/api/tasks/${task}`))).toBe('not-found');
      expect(code(await by.call('POST', `/api/tasks/${task}/claim`))).toBe('not-found');
    }
    const before = await fingerprint(portal.running.source);
    expect(code(await event('factory.accepted', {}, randomUUID(), elsewhere))).toBe('not-found');
    expect(code(await event('factory.approved', { officer, data: {} }, randomUUID(), elsewhere))).toMatch(/officer-unknown|not-found/);
    expect(code(await event('sign-tax.approved', { officer }))).toMatch(/unknown-event|not-allowed/);
    expect(code(await event('withdrawn', { officer }))).toBe('not-allowed');
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });

  it('is taken and given back; an officer may take it from a system at any time, and one that may not work any more holds nothing', async () => {
    const { id } = await factoryTask();
    expect(must(await system.call<TaskSummary>('POST', `/api/tasks/${id}/claim`), 200)).toMatchObject({ status: 'claimed', assignee: { id: system.id } });
    expect(must(await system.call<TaskSummary>('POST', `/api/tasks/${id}/release`), 200).status).toBe('open');
    must(await system.call('POST', `/api/tasks/${id}/claim`), 200);
    expect(must(await portal.call<TaskSummary>(people.officer, 'POST', `/api/tasks/${id}/claim`), 200).assignee?.id).toBe(officer.accountId);
    expect(code(await system.call('POST', `/api/tasks/${id}/claim`))).toBe('task-taken');
    must(await portal.call(people.officer, 'POST', `/api/tasks/${id}/release`), 200);
    const second = await workingSystem(portal);
    must(await second.call('POST', `/api/tasks/${id}/claim`), 200);
    expect(await act('ieat-people', second.id, 'suspend')).toBe('done');
    expect((await factoryTask()).status).toBe('open');
  });
});

describe('what it does', () => {
  it('is done once for a key, and the same key with anything else, the officer among it, is refused', async () => {
    const key = randomUUID();
    const first = must(await event('factory.accepted', { data: { note: 'ครบถ้วน' } }, key), 200);
    expect(must(await event('factory.accepted', { data: { note: 'ครบถ้วน' } }, key), 200)).toMatchObject({ revision: first.revision });
    expect(code(await event('factory.accepted', { data: { note: 'อื่น' } }, key))).toBe('key-reused');
    expect(code(await event('factory.accepted', { data: { note: 'ครบถ้วน' }, officer }, key))).toBe('key-reused');
    must(await event('factory.inspectionPlanned', { data: { plannedFor: new Date(Date.now() + 86_400_000).toISOString() } }), 200);
    must(await event('factory.inspectionRecorded', { data: { result: 'passed', findings: 'เรียบร้อย' }, officer }), 200);
  });

  it('needs a named officer to decide or propose, and another for what takes two; what bars the officer bars the system in that name', async () => {
    await untilDone(portal.running.source);
    const before = await fingerprint(portal.running.source);
    expect(code(await event('factory.approvalProposed', { data: {} }))).toBe('officer-unnamed');
    expect(code(await event('factory.approvalProposed', { data: {}, officer: { ...officer, accountId: personaAccountId('diw') } }))).toBe('officer-unknown');
    expect(code(await event('factory.approvalProposed', { data: {}, officer: { ...officer, accountId: system.id } }))).toBe('officer-unknown');
    expect(code(await event('factory.approvalProposed', { data: {}, officer: { accountId: officer.accountId } }))).toMatch(/bad-request|answers-invalid/);
    expect(code(await event('factory.approved', { data: {}, officer }))).toBe('event-not-accepted');
    expect(code(await event('factory.approvalProposed', { data: { conditions: 5 }, officer }))).toMatch(/bad-request|answers-invalid/);
    expect(await fingerprint(portal.running.source)).toEqual(before);
    must(await event('factory.approvalProposed', { data: {}, officer }), 200);
    expect(code(await event('factory.approved', { data: {}, officer }))).toBe('same-officer');
    expect(code(await event('factory.approved', { data: {} }))).toBe('officer-unnamed');
    expect(code(await portal.call(people.officer, 'POST', `/api/applications/${application()}/events`, { type: 'factory.approved', data: {} }, { 'idempotency-key': randomUUID() }))).toBe('same-officer');
    must(await event('factory.approved', { data: {}, officer: approver }), 200);
  });

  it('stands in the history under the system and the officer, is signed for good, and replays', async () => {
    const lines = await sql<{ type: string; actor: Record<string, unknown>; revision: number }>(`SELECT type, actor, revision FROM history WHERE application_id = $1 AND type LIKE 'factory.%' ORDER BY revision`, [application()]);
    const through = { id: system.id, name: { th: 'ระบบสารบรรณนิคม', en: 'Estate back office' }, signature: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(lines.map(({ type, actor: { kind, accountId } }) => [type, kind, accountId])).toEqual([
      ['factory.accepted', 'system', system.id], ['factory.inspectionPlanned', 'system', system.id], ['factory.inspectionRecorded', 'person', officer.accountId],
      ['factory.approvalProposed', 'person', officer.accountId], ['factory.approved', 'person', approver.accountId],
    ]);
    expect(lines.at(-1)?.actor['through']).toEqual({ ...through, position: approver.position });
    const kept = await sql<{ revision: number; base: Buffer; body: Buffer; officer_id: string | null }>(`SELECT revision, base, body, officer_id FROM system_signature WHERE application_id = $1 ORDER BY revision`, [application()]);
    expect(kept.map(({ revision }) => revision)).toEqual(lines.map(({ revision }) => revision));
    expect(createHash('sha256').update(kept.at(-1)?.base ?? '').digest('hex')).toBe((lines.at(-1)?.actor['through'] as { signature: string }).signature);
    expect(kept.at(-1)?.base.toString()).toContain(createHash('sha256').update(kept.at(-1)?.body ?? '').digest('base64'));
    const told = must(await portal.call<TimelineEntry[]>(people.owner, 'GET', `/api/applications/${application()}/history`), 200).map(({ by }) => by.th);
    expect(told).toEqual(expect.arrayContaining(['ระบบของหน่วยงาน “ระบบสารบรรณนิคม”', expect.stringContaining('(รองผู้ว่าการ) ผ่านระบบของหน่วยงาน “ระบบสารบรรณนิคม”')]));
    await untilDone(portal.running.source);
    expect((await replayAll(portal.running.source, portal.running.library, portal.running.calendar)).faults).toEqual([]);
  });
});

describe('the sandbox’s back office', () => {
  const at = (path: string): string => `${portal.configuration.SANDBOX_URL}/agency-system${path}`;
  const tell = async <T>(path: string, said: object): Promise<T> => (await fetch(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(said) })).json() as Promise<T>;
  const verdict = async (): Promise<string[]> => (await sql<{ type: string }>(`SELECT type FROM history WHERE application_id = ANY($1) AND type LIKE 'factory.%' ORDER BY revision`, [file.details.map(({ id: each }) => each)])).map(({ type }) => type);
  let id: string;

  beforeAll(async () => {
    const other = await secondAdministrator(portal);
    const { id: caseId, answersRevision } = await fill(portal, people.owner, rayongFactory);
    file = must(await submit(portal, people.owner, caseId, answersRevision, randomUUID()), 200);
    await untilDone(portal.running.source);
    const { publicKey: key, address: webhookUrl } = (await (await fetch(at(''))).json()) as { publicKey: object; address: string };
    for (const wrong of ['https://169.254.169.254/x', 'http://127.0.0.1/x', webhookUrl.replace('localhost', 'localhost.evil.example'), `${webhookUrl}@evil.example/`.replace('http://', 'http://x@')]) expect([wrong, code(await register({ webhookUrl: wrong }))]).toEqual([wrong, 'host-not-allowed']);
    const registered = must(await portal.call<{ id: string; webhookSecret: string }>('ieat-people', 'POST', '/api/people/agencies/ieat/systems', registrationOf(system, { key, webhookUrl })), 201);
    expect(await act(other, registered.id, 'confirm')).toBe('done');
    ({ id } = registered);
    await tell('', { mood: 'by-hand', secret: registered.webhookSecret });
  });

  it('lies in a dozen ways: each is refused by the right problem, and nothing is left of any', async () => {
    await untilDone(portal.running.source);
    const before = await fingerprint(portal.running.source);
    const signed = await sql(`SELECT count(*) FROM system_signature`);
    const lies = await tell<{ what: string; code: string }[]>('/lies', {});
    expect(Object.fromEntries(lies.map(({ what, code: said }) => [what, said]))).toEqual({
      'a task that is not its own': 'not-found', 'a decision on an application that is not its own': 'officer-unknown', 'an old signature again': 'signature-used', 'the signature of another application': 'signature-refused',
      'another body than the one that was signed': 'signature-refused', 'an event that is not due': expect.stringMatching(/^(officer-unnamed|event-not-accepted)$/), 'a decision that nobody took': 'officer-unnamed', 'a decision of somebody who is no officer': 'officer-unknown',
      'data of the wrong shape': 'answers-invalid', 'what only the portal says': expect.stringMatching(/^(not-allowed|unknown-event)$/), 'what only the applicant says': 'not-allowed', 'another office’s lane': expect.stringMatching(/^(officer-unknown|unknown-event)$/),
    });
    expect(await fingerprint(portal.running.source)).toEqual(before);
    expect(await sql(`SELECT count(*) FROM system_signature`)).toEqual(signed);
  });

  it('decides by itself what its office has to decide, told by the portal’s messages, with the officers whom it names', async () => {
    await tell('', { mood: 'by-rule' });
    for (;;) if ((await verdict()).includes('factory.approved')) break;
    await tell('', { mood: 'off' });
    const lines = await sql<{ through: { id: string } | null; kind: string }>(`SELECT actor -> 'through' AS through, actor ->> 'kind' AS kind FROM history WHERE application_id = ANY($1) AND type ~ '^(estate|factory)\\.(approvalProposed|approved)$'`, [file.details.map(({ id: each }) => each)]);
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.every(({ through, kind }) => kind === 'person' && through?.id === id)).toBe(true);
    for (;;) if ((await listed()).find((each) => each.id === id)?.webhook?.waiting === 0) break;
    expect((await listed()).find((each) => each.id === id)?.webhook).toMatchObject({ failingSince: null, reachedAt: expect.any(String) });
  });
});
