import { ask, approveCard, deskOfficer, send, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { createDataSource } from '@anuyat/database';
import { uuidv7 } from 'uuidv7';
import { NEEDED } from './foreteller';
import { PromiseClerk } from './promise-clerk';
import { PromiseReader } from './promise-reader';
import { PromiseRecord } from './promise-record';

let running: TestRegistrar;
const announced: string[] = [];
const failures: Error[] = [];
const portal = { kind: 'portal', job: 'spec' } as const;
const DAY = 86_400_000;

beforeAll(async () => {
  running = await startTestRegistrar('promises-spec');
});
afterEach(() => expect(failures).toEqual([]));
afterAll(() => running.close());

/** A clerk as a fresh process has it: it knows nothing. @param pageSize lines that it reads at a time. */
function newClerk(pageSize?: number): PromiseClerk {
  return new PromiseClerk(running, { announce: (moved) => announced.push(...moved.map(({ applicationId }) => applicationId)) }, (error) => failures.push(error), pageSize);
}

/** An id of somebody who filed that many days ago. */
function idOf(daysAgo: number): string {
  const hex = (Date.now() - daysAgo * DAY).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${uuidv7().slice(13)}`;
}

async function finish(id: string): Promise<void> {
  await approveCard(running, id);
  await send(running, id, 'fee.paid', portal);
  await send(running, id, 'licence.issued', portal);
}

/** The same way gone by many others, each filed a day after the one before and as long as its number says: their histories, line by line. */
async function finishMany(id: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, place) => idOf(30 + count - place));
  await running.source.query(
    `INSERT INTO application (id, case_id, number, code, version, revision, state, status, offices, account_id, last_hash, submitted_at, received_at_legal, moved_at)
     SELECT t.id, a.case_id, 'C' || t.id, a.code, a.version, a.revision, a.state, a.status, a.offices, a.account_id, a.last_hash, a.submitted_at, a.received_at_legal, a.moved_at
       FROM application a, unnest($2::uuid[]) AS t (id) WHERE a.id = $1`,
    [id, ids],
  );
  await running.source.query(
    `INSERT INTO history (application_id, revision, type, data, actor, at, rulings, state, effects, previous_hash, hash)
     SELECT t.id, h.revision, h.type, h.data, h.actor, now() - make_interval(days => 30 + $3 - t.place::int) + make_interval(hours => (h.revision - 1) * (2 + t.place::int % 7)), h.rulings, h.state, h.effects, h.previous_hash, h.hash
       FROM history h, unnest($2::uuid[]) WITH ORDINALITY AS t (id, place) WHERE h.application_id = $1`,
    [id, ids, count],
  );
  return ids;
}

interface Row {
  promised: string | null;
  statutory: string | null;
  code: string;
}

function rowsOf(id: string): Promise<Row[]> {
  return running.source.query(`SELECT to_char(promised_on, 'YYYY-MM-DD') AS promised, to_char(statutory_on, 'YYYY-MM-DD') AS statutory, reason ->> 'code' AS code FROM promised_date WHERE application_id = $1 ORDER BY ordinal`, [id]);
}

async function statusOf(id: string): Promise<string> {
  const [row] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [id]);
  return row.status;
}

describe('the clerk of promises', () => {
  let asked: string;
  let finished: string;
  let others: string[];

  it('says the law’s day and no other before enough have finished, and says so', async () => {
    [finished, asked] = [await submitCard(running), await submitCard(running)];
    await finish(finished);
    expect(await newClerk().look()).toBe(1);
    expect(await rowsOf(asked)).toEqual([{ promised: null, statutory: expect.stringMatching(/^20/), code: 'first' }]);
    const view = await new PromiseReader(running).find({ id: asked, status: await statusOf(asked) });
    expect(view).toMatchObject({ standing: 'too-little-known', by: null, because: [{ en: expect.stringContaining(`A day is named once ${NEEDED}`) }] });
    expect(await new PromiseReader(running).find({ id: finished, status: await statusOf(finished) })).toBeNull();
  });

  it('promises a day once enough have finished, tells why, and wakes who watches; killed and begun anew it promises nothing twice', async () => {
    others = await finishMany(finished, NEEDED + 10);
    const clerk = newClerk();
    announced.length = 0;
    expect([await clerk.look(), await clerk.review()]).toEqual([0, 1]);
    expect(announced).toEqual([asked]);
    expect((await rowsOf(asked)).at(-1)).toMatchObject({ promised: expect.stringMatching(/^20/), code: 'enough' });
    const again = newClerk();
    expect([await again.look(), await again.review(), await clerk.look(), await clerk.review()]).toEqual([0, 0, 0, 0]);
    const view = await new PromiseReader(running).find({ id: asked, status: await statusOf(asked) });
    expect(view).toMatchObject({ standing: 'promised', revisions: [{ reason: { en: expect.stringContaining('have finished by now') } }, { by: null }] });
    expect(view?.because.length).toBeGreaterThan(1);
  });

  it('learns from the whole history: the day that it names is later than half of those who finished needed, and near what nine in ten did', async () => {
    const [{ half, most }] = await running.source.query(
      `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY hours) AS half, percentile_disc(0.9) WITHIN GROUP (ORDER BY hours) AS most
         FROM (SELECT extract(epoch FROM max(at) - min(at)) / 3600 AS hours FROM history WHERE application_id = ANY($1) GROUP BY application_id) way`,
      [others],
    );
    const fresh = await submitCard(running);
    const clerk = newClerk();
    await clerk.look();
    const [row] = await rowsOf(fresh);
    const named = (Date.parse(`${row?.promised}T23:59:59+07:00`) - Date.now()) / 3_600_000;
    expect(named).toBeGreaterThan(Number(half));
    expect(named).toBeLessThan(Number(most) * 1.5 + 24);
  });

  it('moves the day with what happens, and of several clerks one writes it', async () => {
    const [one, two] = [newClerk(), newClerk()];
    await Promise.all([one.look(), two.look()]);
    const before = await rowsOf(asked);
    await ask(running, asked, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    const written = await Promise.all([one.look(), two.look()]);
    const after = await rowsOf(asked);
    expect(after.length).toBe(before.length + written[0] + written[1]);
    expect(after.length).toBe(before.length + 1);
    expect(after.at(-1)).toMatchObject({ code: 'event' });
    const view = await new PromiseReader(running).find({ id: asked, status: await statusOf(asked) });
    expect(view?.revisions[0]?.reason.en).toMatch(/^Lending desk: /);
  });

  it('promises the same when it reads in pieces of seven lines as when it reads at once', async () => {
    const owner = await createDataSource(running.database.ownerUrl, 'promises-spec-owner').initialize();
    const promisedBy = async (clerk: PromiseClerk): Promise<unknown[]> => {
      await owner.query('TRUNCATE promised_date, promise_watch');
      await clerk.look();
      return running.source.query(`SELECT application_id, by_revision, promised_on, statutory_on, reason, basis FROM promised_date ORDER BY application_id`);
    };
    const [atOnce, inPieces] = [await promisedBy(newClerk(100_000)), await promisedBy(newClerk(7))];
    await owner.destroy();
    expect(inPieces).toEqual(atOnce);
    expect(atOnce.length).toBeGreaterThan(1);
    expect(atOnce.every((row) => (row as { promised_on: Date | null }).promised_on !== null)).toBe(true);
  });

  it('keeps in mind what is open, and not the history', async () => {
    const clerk = newClerk();
    await clerk.look();
    const [before] = await running.source.query(`SELECT count(*) FILTER (WHERE status <> 'issued')::int AS open, count(*) FILTER (WHERE status = 'issued')::int AS ended FROM application`);
    expect(clerk.held).toEqual({ open: before.open, ended: 1, cases: before.open + 1, toWrite: 0 });
    expect(before.ended).toBeGreaterThan(NEEDED);
    await finishMany(finished, 20);
    const again = newClerk();
    await again.look();
    expect(again.held).toEqual(clerk.held);
  });

  it('takes a day back once it has passed, and names no other until something moves', async () => {
    const clerk = newClerk();
    await clerk.look();
    expect(await clerk.review(Date.now() + 200 * DAY)).toBeGreaterThan(0);
    expect((await rowsOf(asked)).at(-1)).toMatchObject({ promised: null, code: 'late' });
    expect(await clerk.review(Date.now() + 201 * DAY)).toBe(0);
    expect(await new PromiseReader(running).find({ id: asked, status: await statusOf(asked) })).toMatchObject({ standing: 'taking-longer' });
  });

  it('cannot change what was promised', async () => {
    await expect(running.source.query(`UPDATE promised_date SET promised_on = now() WHERE application_id = $1`, [asked])).rejects.toThrow(/permission denied/);
  });
});

describe('the published record', () => {
  const promise = (id: string, daysAgo: number, ordinal: number) =>
    running.source.query(
      `INSERT INTO promised_date (application_id, ordinal, at, by_revision, promised_on, reason, basis) VALUES ($1, $2, now() - interval '30 days', 1, (now() AT TIME ZONE 'Asia/Bangkok')::date - $3::int, '{"code": "first"}', '{}')`,
      [id, ordinal, daysAgo],
    );
  const end = (id: string, daysAgo: number | null, outcome: string | null) =>
    running.source.query(`INSERT INTO promise_watch (application_id, revision, ended_at, outcome) VALUES ($1, 9, now() - make_interval(days => $2::int), $3)`, [id, daysAgo, outcome]);

  it('says that there is nothing to count where nothing fell due', async () => {
    expect(await new PromiseRecord(running).of(90)).toMatchObject({ total: { made: 0, kept: 0 }, licences: [], share: 0.9, needed: NEEDED });
  });

  it('judges every promised day on that day: kept, missed, still open, moved, taken back', async () => {
    const [kept, missed, open, moved, taken] = [await submitCard(running), await submitCard(running), await submitCard(running), await submitCard(running), await submitCard(running)];
    await Promise.all([promise(kept, 5, 1), promise(missed, 20, 1), promise(open, 10, 1), promise(moved, 20, 1), promise(taken, 5, 1)]);
    await promise(moved, 8, 2);
    await Promise.all([end(kept, 6, 'decided'), end(missed, 3, 'decided'), end(open, null, null), end(moved, 9, 'decided'), end(taken, 6, 'withdrawn')]);
    const record = await new PromiseRecord(running).of(90);
    expect(record.total).toEqual({ made: 5, kept: 2, firstMade: null, firstKept: null });
    expect(record.licences).toEqual([expect.objectContaining({ code: 'library-card', made: 5, title: { th: 'บัตรห้องสมุด', en: 'Library card' } })]);
    expect(await new PromiseRecord(running).of(7)).toMatchObject({ total: { made: 0, kept: 0 }, licences: [], few: [{ code: 'library-card' }] });
  });
});
