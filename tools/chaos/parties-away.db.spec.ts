import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { CaseView, NoticeView } from '@anuyat/contract';
import { createTestDatabase, freePort, type TestDatabase } from '@anuyat/database/testing';
import { until } from '@anuyat/outbox/testing';
import { startTestPortal, type TestPortal } from '../../apps/api/src/testing/start-test-portal';
import { startScannerStandIn, type ScannerStandIn } from '../../apps/sandbox/src/scanner/scanner-stand-in';
import { Applicant } from './load/applying';
import { Journal } from './load/journal';
import { Person } from './load/person';
import { loadStories } from './load/stories';
import { learn, type Template } from './load/template';
import { Line } from './stage/line';
import { letPeopleIn } from './stage/people';

const PARTIES = ['identity', 'bank', 'timeStamps', 'authority', 'register', 'scanner', 'mail'] as const;

/** Where nobody listens: what is asked while the portal still starts is refused. */
const NOBODY = 'http://localhost:9';

describe('while somebody outside is away', () => {
  let database: TestDatabase;
  let scanner: ScannerStandIn;
  let portal: TestPortal;
  let person: Person;
  let template: Template;
  const journal = new Journal();
  const lines = new Map<string, Line>();

  beforeAll(async () => {
    database = await createTestDatabase();
    scanner = await startScannerStandIn();
    const mailPort = await freePort();
    const sandboxPort = (): number => Number(new URL((portal as TestPortal | undefined)?.configuration.SANDBOX_URL ?? NOBODY).port);
    for (const party of PARTIES) lines.set(party, await Line.open(party === 'scanner' ? () => Number(new URL(scanner.url).port) : party === 'mail' ? () => mailPort : sandboxPort));
    const at = (party: string): string => `http://localhost:${lines.get(party)?.port}`;
    portal = await startTestPortal({
      databaseUrl: database.appUrl, withWorker: true,
      environment: {
        OIDC_ISSUER: at('identity'), BANK_URL: at('bank'), TIME_STAMP_URL: `${at('timeStamps')}/tsa`, AUTHORITY_URL: at('authority'), GDX_URL: at('register'),
        CLAMD_URL: `tcp://127.0.0.1:${lines.get('scanner')?.port}`, SCANNING: 'required',
        SMTP_URL: `smtp://127.0.0.1:${lines.get('mail')?.port}`,
      },
      sandbox: { mailPort }, patience: { mail: { firstPauseMs: 200, longestPauseMs: 500 } },
    });
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const [pass] = (await letPeopleIn(client, 1)).applicants;
    await client.end();
    if (!pass || !loadStories[0]) throw new Error('There is nobody, or nothing to apply for.');
    person = new Person(portal.url, pass, journal);
    template = await learn(person, loadStories[0]);
  }, 60_000);

  afterAll(async () => {
    await portal.close();
    await Promise.all([...lines.values()].map((line) => line.close()));
    await scanner.close();
    await database.dispose();
  });

  it.each(PARTIES)('%s: applicants read, draft and submit', async (party) => {
    lines.get(party)?.cut(true);
    const filed = await new Applicant(person, journal).apply(template, true);
    expect(filed).toMatchObject({ status: 'submitted', number: expect.stringMatching(/^C/) });
    expect((await person.get<CaseView>(`/api/cases/${filed.id}`)).number).toBe(filed.number);
    expect((await person.get<{ items: { id: string }[] }>('/api/cases')).items.map(({ id }) => id)).toContain(filed.id);
    expect(journal.troubles).toEqual([]);
    lines.get(party)?.cut(false);
  }, 30_000);

  it('is told to whoever wants to sign in while the provider is, and to nobody else', async () => {
    lines.get('identity')?.cut(true);
    const reply = await fetch(`${portal.url}/api/auth/login?returnTo=/`, { redirect: 'manual' });
    expect(reply.status === 303 || reply.status === 302 || reply.status === 503).toBe(true);
    expect((await person.send({ method: 'GET', path: '/api/cases' })).status).toBe(200);
    lines.get('identity')?.cut(false);
  });

  it('papers wait for the scanner, and are looked at as soon as it is back', async () => {
    lines.get('scanner')?.cut(true);
    const { id } = await new Applicant(person, journal).apply(template, true);
    const waiting = async (): Promise<number> => Number(((await portal.running.source.query(`SELECT count(*) AS n FROM stored_file f JOIN document d ON d.sha256 = f.sha256 WHERE d.case_id = $1 AND f.scan = 'waiting'`, [id])) as { n: string }[])[0]?.n);
    expect(await waiting()).toBeGreaterThan(0);
    lines.get('scanner')?.cut(false);
    await portal.running.source.query(`UPDATE stored_file SET scan_after = now() WHERE scan = 'waiting'`);
    await until(async () => (await waiting()) === 0, 'the papers are scanned', 20_000);
    expect(await person.send({ method: 'POST', path: `/api/cases/${id}/submit`, body: { declaresTruth: true, answersRevision: 0 }, key: randomUUID() })).toMatchObject({ status: 409 });
  }, 40_000);

  it('notices are in the portal while the mail server is away, and in the mailbox once it is back, each once', async () => {
    const source = portal.running.source;
    const { id } = await new Applicant(person, journal).apply(template, true);
    lines.get('mail')?.cut(true);
    const told = `WITH told AS (INSERT INTO notice (id, account_id, case_id, application_id, revision, notice, title_th, title_en, at) SELECT gen_random_uuid(), account_id, case_id, id, revision, 'issued', 'ออกเอกสารแล้ว', 'Issued', now() FROM application WHERE case_id = $1 LIMIT 1 RETURNING id, account_id) INSERT INTO letter (kind, notice_id, address_id) SELECT 'notice', told.id, m.id FROM told JOIN mail_address m ON m.account_id = told.account_id`;
    await source.query(told, [id]);
    const letter = async (): Promise<NoticeView['letter'] | undefined> => (await person.get<NoticeView[]>('/api/notices')).find(({ caseId, kind }) => caseId === id && kind === 'issued')?.letter;
    await until(async () => ((await letter())?.answer ?? null) !== null, 'the letter was tried');
    expect(await letter()).toMatchObject({ state: 'waiting' });
    lines.get('mail')?.cut(false);
    await until(async () => (await letter())?.state === 'sent', 'the letter went', 20_000);
    const inbox = (await (await fetch(`${portal.configuration.SANDBOX_URL}/mail?to=applicant-1@example.com`)).json()) as { messageId: string; text: string }[];
    expect(inbox.filter(({ text }) => text.includes(`/my/cases/${id}`))).toHaveLength(1);
  }, 40_000);
});
