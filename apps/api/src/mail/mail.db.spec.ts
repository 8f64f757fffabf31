import { randomUUID } from 'node:crypto';
import type { InvitedOfficer, MailSettingsView, NoticeView, Problem } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { personaAccountId } from '@anuyat/identity';
import { until } from '@anuyat/outbox/testing';
import { must } from '../cases/testing/walk';
import { fileOnOwnLand } from '../testing/estate-case';
import { startTestPortal, type TestPortal } from '../testing/start-test-portal';

interface Arrived {
  to: string;
  messageId: string;
  subject: string;
  text: string;
}

let portal: TestPortal;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true, patience: { mail: { firstPauseMs: 100, longestPauseMs: 200 } } });
}, 60_000);
afterAll(() => portal.close());
afterEach(() => mood('works'));

const sandbox = (path: string, init?: RequestInit): Promise<Response> => fetch(`${portal.configuration.SANDBOX_URL}${path}`, init);
const inbox = async (to: string): Promise<Arrived[]> => (await sandbox(`/mail?to=${encodeURIComponent(to)}`)).json() as Promise<Arrived[]>;
const mood = (name: string): Promise<Response> => sandbox('/mail/mood', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ mood: name }) });
const call = async <T>(hint: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> => (await portal.call<T>(hint, method, path, body)).body;
const code = async (hint: string | null, method: 'POST' | 'DELETE', path: string, body?: object): Promise<string> => {
  const reply = await portal.call<Problem>(hint, method, path, body);
  return reply.status < 300 ? 'done' : reply.body.code;
};
const settings = (hint: string): Promise<MailSettingsView> => call(hint, 'GET', '/api/mail/address');
const ask = (hint: string, address: string): Promise<string> => code(hint, 'POST', '/api/mail/address', { address, language: 'en' });
const sql = <T>(text: string, values: unknown[] = []): Promise<T[]> => portal.running.source.query(text, values);

async function arrived(to: string, count = 1): Promise<Arrived[]> {
  await until(async () => (await inbox(to)).length >= count, `${count} letters came to ${to}`);
  return inbox(to);
}

/** The letter whose subject begins so. */
async function come(to: string, subject: string): Promise<Arrived> {
  await until(async () => (await inbox(to)).some((one) => one.subject.startsWith(subject)), `“${subject}” came to ${to}`);
  return (await inbox(to)).find((one) => one.subject.startsWith(subject)) as Arrived;
}

/** What a letter of a code says. */
function codeIn({ text }: Arrived): { code: string; id: string; typed: string } {
  const [, id = '', typed = ''] = /\/mail\/confirm\/([0-9a-f-]+)\?lang=en#(\d{8})/.exec(text) ?? [];
  return { id, code: typed, typed: /(\d{4} \d{4})/.exec(text)?.[1] ?? '' };
}

/** A notice of a case, by the statement that every notice is written with. */
async function tell(hint: string, kind: string): Promise<void> {
  await sql(
    `WITH told AS (
       INSERT INTO notice (id, account_id, case_id, application_id, revision, notice, title_th, title_en, at)
       SELECT gen_random_uuid(), $1, a.case_id, a.id, 1, $2, 'แจ้ง ' || $2, 'Told ' || $2, now() FROM application a WHERE a.account_id = $1 LIMIT 1 RETURNING id, account_id)
     INSERT INTO letter (kind, notice_id, address_id) SELECT 'notice', told.id, m.id FROM told JOIN mail_address m ON m.account_id = told.account_id AND m.confirmed_at IS NOT NULL AND m.stopped_at IS NULL AND m.failing_since IS NULL`,
    [personaAccountId(hint), kind],
  );
}
const letterOf = async (hint: string, kind: string): Promise<NoticeView['letter']> => (await call<NoticeView[]>(hint, 'GET', '/api/notices')).find((notice) => notice.kind === kind)?.letter ?? null;
const stateOf = async (hint: string, kind: string): Promise<string | undefined> => (await letterOf(hint, kind))?.state;

describe('an address', () => {
  it('is used once its code came back: typed with or without a space, or by the link in any browser, once', async () => {
    expect(await ask('wichai', ' wichai@example.com ')).toBe('done');
    const { typed, id, code: digits } = codeIn((await arrived('wichai@example.com'))[0] as Arrived);
    expect(await settings('wichai')).toMatchObject({ isAvailable: true, current: null, asked: { address: 'wichai@example.com', language: 'en', triesLeft: 5 } });
    expect(await code('wichai', 'POST', '/api/mail/address/confirmation', { code: '0000 0000' })).toBe('mail-code-wrong');
    expect((await settings('wichai')).asked).toMatchObject({ triesLeft: 4 });
    expect(await code('wichai', 'POST', '/api/mail/address/confirmation', { code: typed })).toBe('done');
    expect(await settings('wichai')).toMatchObject({ current: { address: 'wichai@example.com', failingSince: null }, asked: null });
    expect(await code(null, 'POST', `/api/mail/confirmations/${id}`, { code: digits })).toBe('mail-code-over');

    expect(await ask('wichai', 'w2@example.com')).toBe('done');
    const second = codeIn((await arrived('w2@example.com'))[0] as Arrived);
    expect(await call(null, 'POST', `/api/mail/confirmations/${second.id}`, { code: second.code })).toEqual({ address: 'w•••@e•••.com' });
    expect((await settings('wichai')).current?.address).toBe('w2@example.com');
    expect(JSON.stringify(await sql(`SELECT * FROM mail_address WHERE stopped_at IS NOT NULL`))).not.toContain('wichai@');
    for (const secret of [digits, second.code]) expect(JSON.stringify([await sql(`SELECT * FROM mail_address`), await sql(`SELECT * FROM letter`)])).not.toContain(secret);
  });

  it('is not used after five wrong tries, half an hour, or by another’s code; and nobody fills a mailbox with codes', async () => {
    expect(await ask('anna', 'target@example.com')).toBe('done');
    const { code: right } = codeIn((await arrived('target@example.com'))[0] as Arrived);
    for (let tries = 0; tries < 5; tries += 1) expect(await code('anna', 'POST', '/api/mail/address/confirmation', { code: '99999999' })).toBe('mail-code-wrong');
    expect(await code('anna', 'POST', '/api/mail/address/confirmation', { code: right })).toBe('mail-code-over');
    expect(await ask('malee', 'target@example.com')).toBe('done');
    await sql(`UPDATE mail_address SET asked_at = now() - interval '30 minutes' WHERE account_id = $1 AND confirmed_at IS NULL AND stopped_at IS NULL`, [personaAccountId('malee')]);
    const late = codeIn((await arrived('target@example.com', 2))[1] as Arrived);
    expect(await code('malee', 'POST', '/api/mail/address/confirmation', { code: late.code })).toBe('mail-code-over');
    expect(await ask('malee', 'Target@example.com')).toBe('done');
    expect(await ask('wichai', 'target@example.com')).toBe('mail-too-often');
    expect((await settings('anna')).current?.address).toBe('anna@example.com');
  });

  it.each(['', 'no address', 'ก@example.com', 'a@b', 'a@example.com\r\nBcc: b@example.com', '"a b"@example.com', `${'a'.repeat(250)}@example.com`])('is refused as %j, and the field is named', async (address) => {
    const { status, body } = await portal.call<Problem>('malee', 'POST', '/api/mail/address', { address, language: 'th' });
    expect([status, body.fields?.[0]?.path]).toEqual([400, 'address']);
  });
});

describe('notices', () => {
  beforeAll(async () => {
    await fileOnOwnLand(portal, 'malee');
    await ask('malee', 'malee@example.com');
    await code('malee', 'POST', '/api/mail/address/confirmation', { code: codeIn((await arrived('malee@example.com'))[0] as Arrived).code });
  }, 60_000);

  it('go to the confirmed address, once, and say where they went', async () => {
    await tell('malee', 'issued');
    const letter = await come('malee@example.com', 'Told issued');
    expect(letter.text).toContain(`${portal.url}/my/cases/`);
    await until(async () => (await stateOf('malee', 'issued')) === 'sent', 'the answer is noted');
    expect(await letterOf('malee', 'issued')).toMatchObject({ to: 'm•••e@e•••.com', answer: expect.stringMatching(/^250/) });
    const [row] = await sql<{ id: string }>(`SELECT l.id FROM letter l JOIN notice n ON n.id = l.notice_id WHERE n.notice = 'issued'`);
    for (const tries of [1, 1, 2]) await portal.running.backend.queue('mail').add('letter', { letterId: row?.id, tries }, { jobId: randomUUID() });
    await until(async () => (await portal.running.backend.queue('mail').getJobCounts('waiting', 'active', 'delayed')) && (await portal.running.backend.queue('mail').count()) === 0, 'the jobs are done');
    expect((await inbox('malee@example.com')).filter(({ messageId }) => messageId === letter.messageId)).toHaveLength(1);
  });

  it.each(['dead', 'refuses-for-now'])('wait while the mail server is away (%s), and come once it is back, each once', async (how) => {
    await mood(how);
    await tell('malee', how);
    await until(async () => ((await letterOf('malee', how))?.answer ?? null) !== null, 'it was tried');
    expect(await stateOf('malee', how)).toBe('waiting');
    await mood('works');
    await until(async () => (await stateOf('malee', how)) === 'sent', 'it went');
    expect((await inbox('malee@example.com')).filter(({ subject }) => subject.startsWith(`Told ${how}`))).toHaveLength(1);
  });

  it('come soon, and once, when the queue loses everything that was handed over', async () => {
    await mood('dead');
    await tell('malee', 'emptied');
    await until(async () => ((await letterOf('malee', 'emptied'))?.answer ?? null) !== null, 'it was tried');
    await sql(`UPDATE letter SET tries = tries + 1, send_after = now() + interval '5 minutes' WHERE state = 'waiting'`);
    await mood('works');
    await sql(`DELETE FROM bullmq.job`);
    await until(async () => (await stateOf('malee', 'emptied')) === 'sent', 'it went');
    expect((await inbox('malee@example.com')).filter(({ subject }) => subject.startsWith('Told emptied'))).toHaveLength(1);
  });

  it('are given up after some days, and that is told', async () => {
    await mood('refuses-for-now');
    await tell('malee', 'lapsed');
    await sql(`UPDATE letter SET created_at = now() - interval '5 days' WHERE state = 'waiting'`);
    await until(async () => (await stateOf('malee', 'lapsed')) === 'given-up', 'it is given up');
    expect((await settings('malee')).current?.trouble).toMatchObject({ answer: expect.stringMatching(/^450 4\.2\.1 <•••>/) });
  });

  it('go no more to an address that was refused three times in a row, until it is confirmed anew', async () => {
    await mood('refuses-for-good');
    for (const kind of ['one', 'two', 'three']) {
      await tell('malee', kind);
      await until(async () => (await stateOf('malee', kind)) === 'refused', 'it is refused');
    }
    await mood('works');
    await tell('malee', 'four');
    expect(await letterOf('malee', 'four')).toBeNull();
    expect((await settings('malee')).current?.failingSince).not.toBeNull();
    await ask('malee', 'malee@example.com');
    await until(async () => (await inbox('malee@example.com')).filter(({ subject }) => subject.startsWith('Confirm')).length === 2, 'the code came');
    const newest = (await inbox('malee@example.com')).findLast(({ subject }) => subject.startsWith('Confirm')) as Arrived;
    await code('malee', 'POST', '/api/mail/address/confirmation', { code: codeIn(newest).code });
    await tell('malee', 'five');
    await until(async () => (await stateOf('malee', 'five')) === 'sent', 'it went');
  });

  it('stop with one click of a mail program, which posts a form and has no session; looking at the link changes nothing', async () => {
    await tell('malee', 'renewed');
    const letter = await come('malee@example.com', 'Told renewed');
    const [, token = ''] = /\/mail\/stop\/([\w.-]+)/.exec(letter.text) ?? [];
    const link = `${portal.url}/api/mail/stop/${token}`;
    const looked = await fetch(link, { redirect: 'manual' });
    expect([looked.status, looked.headers.get('location')]).toEqual([303, `${portal.url}/mail/stop/${token}`]);
    expect((await settings('malee')).current).not.toBeNull();
    const click = (to: string): Promise<Response> => fetch(to, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect((await click(`${link}x`)).status).toBe(404);
    expect([(await click(link)).status, (await click(link)).status]).toEqual([204, 204]);
    expect(await settings('malee')).toMatchObject({ current: null, asked: null });
    await tell('malee', 'expired');
    expect(await letterOf('malee', 'expired')).toBeNull();
    expect((await fetch(`${portal.url}/api/mail/address`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'address=a' })).status).toBe(415);
    const copy = await call<{ mailAddresses: object[]; letters: object[] }>('malee', 'GET', '/api/my-data/copy');
    expect(copy.mailAddresses).toContainEqual(expect.objectContaining({ address: 'm•••e@e•••.com', stopped_by: 'link' }));
    expect(copy.letters).toContainEqual(expect.objectContaining({ kind: 'notice', notice: 'renewed', state: 'sent' }));
  });
});

it('an invitation goes to the address that was invited, with the link that is shown', async () => {
  const body = { office: 'ieat-hq-estate', permissions: ['review'], name: 'ผู้ได้รับเชิญ', email: 'guest@example.go.th', from: bangkokDate(new Date()) };
  const { link } = must(await portal.call<InvitedOfficer>('ieat-people', 'POST', '/api/people/agencies/ieat/invitations', body), 201);
  expect((await arrived('guest@example.go.th'))[0]?.text).toContain(link);
});

it('without a mail server the portal works, and the account says that it sends none', async () => {
  const silent = await startTestPortal({ environment: { SMTP_URL: '', MAIL_FROM: '' } });
  expect((await silent.call<MailSettingsView>('malee', 'GET', '/api/mail/address')).body).toEqual({ isAvailable: false, sender: null, current: null, asked: null });
  expect((await silent.call<Problem>('malee', 'POST', '/api/mail/address', { address: 'a@example.com', language: 'th' })).body.code).toBe('mail-not-sent-here');
  await silent.close();
}, 60_000);
