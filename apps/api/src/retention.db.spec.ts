import { randomUUID } from 'node:crypto';
import type { CaseView, RetentionRuleView, RetentionWorkView } from '@anuyat/contract';
import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { openContents } from '@anuyat/documents';
import { openRootBook, verifyLedger } from '@anuyat/ledger';
import { checkHistory } from '@anuyat/ledger-proof';
import { Pruner } from '@anuyat/retention';
import fc from 'fast-check';
import { Client } from 'pg';
import { fill, must, open, pdf, submit, upload } from './cases/testing/walk';
import { people } from './testing/access-world';
import { rayongFactory } from './testing/estate-case';
import { untilDone } from './testing/fingerprint';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

let database: TestDatabase;
let portal: TestPortal;
let owner: Client;
let pruner: Pruner;
/** Withdrawn whole. */
let over: CaseView;
/** Under review. */
let running: CaseView;
let draftId: string;

const call = async <T>(who: keyof typeof people, path: string): Promise<T> => must(await portal.call<T>(people[who], 'GET', path), 200);
const query = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await owner.query(text, values)).rows as T[];

async function file(): Promise<CaseView> {
  const { id, answersRevision } = await fill(portal, people.owner, rayongFactory);
  return must(await submit(portal, people.owner, id, answersRevision, randomUUID()), 200);
}

/** As if the time of these kinds had gone by: a rule of a moment, in force from today. */
async function letTimePass(...kinds: string[]): Promise<void> {
  await query(`INSERT INTO retention_rule SELECT kind, (now() AT TIME ZONE 'Asia/Bangkok')::date, '1 microsecond', law_th, law_en, section, is_verified FROM retention_rule WHERE kind = ANY($1) ON CONFLICT DO NOTHING`, [kinds]);
}

const answersOf = async (id: string) => (await query<{ answers: object }>(`SELECT answers FROM case_file WHERE id = $1`, [id]))[0]?.answers;
const contentsOf = async (id: string) => (await query<{ sha256: string }>(`SELECT s.sha256 FROM document d JOIN stored_file s ON s.sha256 = d.sha256 WHERE d.case_id = $1`, [id])).length;

beforeAll(async () => {
  database = await createTestDatabase();
  portal = await startTestPortal({ databaseUrl: database.appUrl, withWorker: true });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const contents = openContents(portal.running.source, portal.configuration);
  pruner = new Pruner(portal.running.source, (digests) => contents.dropUnused(digests));
  over = await file();
  running = await file();
  for (const { id } of over.details) must(await portal.call(people.owner, 'POST', `/api/applications/${id}/events`, { type: 'withdrawn', data: {} }, { 'idempotency-key': randomUUID() }), 200);
  draftId = (await open(portal, people.owner, rayongFactory)).id;
  const { payload, headers } = upload('factory-layout', 'own.pdf', pdf(77));
  must(await portal.call(people.owner, 'POST', `/api/cases/${draftId}/documents`, payload, headers), 201);
  await untilDone(portal.running.source);
  must(await portal.call(people.administrator, 'POST', '/api/ledger/roots'), 202);
  for (;;) {
    const [{ open: pending } = { open: 1 }] = await query<{ open: number }>(`SELECT count(*)::int AS open FROM answer_change n WHERE n.case_id = $1 AND NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = 'answers' AND e.subject = concat_ws(':', n.case_id, n.revision))`, [over.id]);
    if (pending === 0) break;
  }
}, 120_000);
afterAll(async () => {
  await owner.end();
  await portal.close();
  await database.dispose();
});

describe('how long what is kept', () => {
  it('is public, with its law, and says what stays for good', async () => {
    const rules = must(await portal.call<RetentionRuleView[]>(null, 'GET', '/api/retention'), 200);
    expect(rules.map(({ kind, keep }) => [kind, keep])).toEqual([
      ['access-note', { years: 10, days: 0 }], ['answers', { years: 10, days: 0 }], ['draft', { years: 0, days: 180 }], ['notice', { years: 2, days: 0 }],
      ['papers', { years: 10, days: 0 }], ['record', null], ['security-event', { years: 1, days: 0 }], ['session', { years: 0, days: 90 }],
    ]);
    for (const { law, section } of rules) expect([law.th, law.en, section].every((words) => words.length > 0)).toBe(true);
  });

  it('is not the running role’s to change, nor to say that something was removed', async () => {
    for (const statement of [`UPDATE retention_rule SET keep = '1 second'`, `INSERT INTO retention_rule SELECT kind, '2026-12-01', '1 second', '', '', '', false FROM retention_rule`, `INSERT INTO content_removed VALUES ('answers', 'x', '\\x00', 'answers', now())`, `UPDATE answer_change SET changes = '{}'`]) {
      await expect(portal.running.source.query(statement)).rejects.toThrow('permission denied');
    }
  });
});

describe('what a night removes', () => {
  it('is nothing while its time has not come', async () => {
    for (const kind of ['draft', 'answers', 'papers', 'notice', 'session', 'security-event', 'access-note'] as const) expect([kind, await pruner.remove(kind)]).toEqual([kind, 0]);
    expect((await call<RetentionWorkView>('administrator', '/api/admin/retention')).due.every(({ count }) => count === 0)).toBe(true);
  });

  it('is never anything that waits on somebody, whatever else is over', async () => {
    await letTimePass('answers', 'papers');
    const application = over.details[0]?.id;
    const waiting = {
      application: [`UPDATE application SET status = 'in-review' WHERE id = $1`, `UPDATE application SET status = 'withdrawn' WHERE id = $1`],
      answer: [`UPDATE application SET status = 'awaiting-answer' WHERE id = $1`, `UPDATE application SET status = 'withdrawn' WHERE id = $1`],
      payment: [`UPDATE application SET status = 'awaiting-payment' WHERE id = $1`, `UPDATE application SET status = 'withdrawn' WHERE id = $1`],
      task: [`UPDATE task SET status = 'claimed' WHERE application_id = $1`, `UPDATE task SET status = 'cancelled' WHERE application_id = $1`],
      effect: [`INSERT INTO outbox (id, application_id, case_id, revision, effect, params, hand_after) SELECT gen_random_uuid(), id, case_id, 1, 'spec', '{}', now() + interval '1 day' FROM application WHERE id = $1`, `DELETE FROM outbox WHERE application_id = $1`],
      clock: [`INSERT INTO timer (application_id, name, event, due_at, set_at, set_by_revision) VALUES ($1, 'spec', 'spec', now() + interval '1 day', now(), 1)`, `DELETE FROM timer WHERE application_id = $1 AND name = 'spec'`],
      refund: [`INSERT INTO fee_refund (id, application_id, case_id, office, amount, paid, fee, by_revision) SELECT gen_random_uuid(), id, case_id, 'x', 1, 1, 0, 99 FROM application WHERE id = $1`, `DELETE FROM fee_refund WHERE application_id = $1`],
      licence: [`INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, place_th, place_en, issued_on, status, paper_key) SELECT 'SPEC-1', id, case_id, account_id, code, version, 'x', 'x', 'x', 'x', current_date, 'valid', 'k' FROM application WHERE id = $1`, `WITH e AS (DELETE FROM licence_edition WHERE number = 'SPEC-1') DELETE FROM licence WHERE application_id = $1`],
    } as const;
    const before = [await answersOf(over.id), await contentsOf(over.id)];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...Object.values(waiting)), { minLength: 1, maxLength: 3 }), async (kept) => {
        for (const [begin] of kept) await query(begin, [application]);
        const removed = [await pruner.remove('answers'), await pruner.remove('papers')];
        const after = [await answersOf(over.id), await contentsOf(over.id)];
        for (const [, end] of kept) await query(end, [application]);
        expect([removed, after]).toEqual([[0, 0], before]);
      }),
      { numRuns: 25, examples: Object.values(waiting).map((one) => [[one]]) as [(typeof waiting)[keyof typeof waiting][]][] },
    );
  }, 60_000);

  it('are answers and papers of what has been over for long enough; the running case has all of its', async () => {
    const due = (await call<RetentionWorkView>('administrator', '/api/admin/retention')).due;
    expect(due.find(({ kind }) => kind === 'answers')?.count).toBe(1);
    const whole = [await answersOf(running.id), await contentsOf(running.id)];
    expect(await pruner.remove('answers')).toBe(1);
    expect(await pruner.remove('papers')).toBe(over.documents.length);
    expect(await answersOf(over.id)).toEqual({});
    expect(JSON.stringify(await query(`SELECT * FROM answer_change WHERE case_id = $1`, [over.id]))).not.toContain('1234567890121');
    expect([await answersOf(running.id), await contentsOf(running.id)]).toEqual(whole);
    expect(await pruner.remove('answers')).toBe(0);
  });

  it('leaves every digest: the ledger and an exported history can still be checked', async () => {
    const report = await verifyLedger(portal.running.source, { kept: openRootBook(portal.configuration).roots() });
    expect(report.faults).toEqual([]);
    const { body } = await portal.call<object>(people.owner, 'GET', `/api/cases/${over.id}/history`);
    const exported = JSON.stringify(body);
    expect(exported).not.toContain('1234567890121');
    expect(checkHistory(exported)).toMatchObject({ isGenuine: true });
    await query(`UPDATE content_removed SET digest = sha256('other') WHERE kind = 'answers'`);
    expect((await verifyLedger(portal.running.source, { kept: openRootBook(portal.configuration).roots() })).faults.map(({ fault }) => fault)).toContain('changed-record');
  });

  it('are drafts that nobody touched, with their papers, once a night', async () => {
    await letTimePass('draft');
    expect(await contentsOf(draftId)).toBe(1);
    await pruner.look();
    await pruner.look();
    const [night] = await query<{ hour: number }>(`SELECT extract(hour FROM now() AT TIME ZONE 'Asia/Bangkok')::int AS hour`);
    if ((night?.hour ?? 0) < 2) await pruner.remove('draft');
    expect((await portal.call(people.owner, 'GET', `/api/cases/${draftId}`)).status).toBe(404);
    expect(await contentsOf(draftId)).toBe(0);
    expect((await portal.call(people.owner, 'GET', `/api/cases/${running.id}`)).status).toBe(200);
  });
});
