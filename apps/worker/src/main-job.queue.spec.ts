import type { CaseView } from '@anuyat/contract';
import { backendsToTry, startRedis, until, type TestRedis } from '@anuyat/outbox/testing';
import { verifyHistory } from '@anuyat/registrar';
import { startTestPortal, type TestPortal } from '../../api/src/testing/start-test-portal';
import { draftCase, submitDraft } from '../../sandbox/src/scenario/applying';
import { Officers, type Wish } from '../../sandbox/src/scenario/deciding';
import { cafe, restaurant, type Story } from '../../sandbox/src/scenario/stories';
import { Visitor } from '../../sandbox/src/scenario/visitor';
import { verifyLicences, walkCase } from '../../sandbox/src/scenario/walking';
import { patience } from './testing/patience';
import { bundleWorker, startWorkerProcess, type WorkerProcess } from './testing/worker-process';

const walks: { story: Story; wish: Wish }[] = [
  { story: restaurant, wish: { asks: ['sanitation'] } },
  { story: restaurant, wish: {} },
  { story: cafe, wish: {} },
];

/** People at work on several cases, while the worker is killed twice and, with Redis, everything in its queues is lost. */
describe.each(backendsToTry())('the main job on %s, with a worker that is killed at work', (backend) => {
  let portal: TestPortal;
  let redis: TestRedis | undefined;
  let worker: WorkerProcess;
  let ended: CaseView[];
  /** Every bit of work that waited when the worker was killed. */
  const waiting: number[] = [];

  beforeAll(async () => {
    bundleWorker();
    redis = backend === 'redis' ? await startRedis() : undefined;
    portal = await startTestPortal({ patience, ...(redis ? { environment: { REDIS_URL: redis.url } } : {}) });
    worker = await startWorkerProcess(variables());

    const officers = new Officers(portal.url);
    const walking = Promise.all(walks.map((walk) => walkThrough(walk, officers)));
    await Promise.race([walking, killAtWork(`SELECT count(*)::int AS n FROM history`, 20)]);
    await Promise.race([walking, killAtWork(`SELECT count(*)::int AS n FROM bill WHERE status = 'paid'`, 2)]);
    ended = await walking;
    await until(async () => (await count(`SELECT count(*)::int AS n FROM outbox`)) === 0, 'the outbox is empty', 30_000);
  }, 180_000);

  afterAll(async () => {
    await worker?.kill();
    await portal?.close();
    redis?.stop();
  });

  function variables(): Record<string, string> {
    const { DATABASE_URL, REDIS_URL, PORT, PUBLIC_URL, DATA_DIR, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRET, BANK_CALLBACK_SECRET, SANDBOX_URL = '' } = portal.configuration;
    return {
      DATABASE_URL, PORT: String(PORT), PUBLIC_URL, DATA_DIR, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, SESSION_SECRET, BANK_CALLBACK_SECRET, SANDBOX_URL,
      BANK_URL: SANDBOX_URL, SCANNING: 'off', ...(REDIS_URL ? { REDIS_URL } : {}),
    };
  }

  async function walkThrough({ story, wish }: { story: Story; wish: Wish }, officers: Officers): Promise<CaseView> {
    const applicant = await new Visitor(portal.url, story.applicant).signIn();
    const file = await submitDraft(applicant, await draftCase(applicant, story));
    return walkCase(applicant, file.id, officers, wish, () => undefined);
  }

  /** Kills the worker as soon as so much is done, lets work pile up behind it, loses the queues where they can be lost, and starts it again. */
  async function killAtWork(sql: string, enough: number): Promise<void> {
    await until(async () => (await count(sql)) >= enough, 'the work is in full swing', 60_000);
    await worker.kill();
    await until(async () => (await count(`SELECT count(*)::int AS n FROM outbox WHERE hand_overs > 0`)) > 0, 'work waits in the queues', 30_000);
    await redis?.flush();
    waiting.push(await count(`SELECT count(*)::int AS n FROM outbox`));
    worker = await startWorkerProcess(variables());
  }

  async function count(sql: string): Promise<number> {
    const [row]: { n: number }[] = await portal.running.source.query(sql);
    return row?.n ?? 0;
  }

  const query = <T>(sql: string): Promise<T[]> => portal.running.source.query(sql);

  it('was interrupted twice, with work left undone', () => {
    expect(waiting).toHaveLength(2);
    expect(Math.min(...waiting)).toBeGreaterThan(0);
  });

  it('brings every application to its licence all the same, and every licence verifies', async () => {
    const statuses = ended.flatMap(({ details }) => details.map(({ code, status }) => `${code} ${status}`));
    expect(statuses.filter((status) => !status.endsWith(' issued'))).toEqual([]);
    expect(ended.map(({ licences, details }) => licences.length - details.length)).toEqual([0, 0, 0]);
    for (const file of ended) await verifyLicences(portal.url, file, () => undefined);
  });

  it('loses no history and breaks no chain', async () => {
    const applications = await query<{ id: string; code: string; version: number }>(`SELECT id, code, version FROM application`);
    expect(applications).toHaveLength(ended.flatMap(({ details, licences }) => [...details, ...licences]).length);
    const faults = await Promise.all(applications.map(({ id, code, version }) => verifyHistory(portal.running.source, id, portal.running.library.getLicence(code, version))));
    expect(faults.filter(Boolean)).toEqual([]);
  });

  it('has one task for each lane that reviewed, and all are done', async () => {
    const tasks = await query<{ application_id: string; lane: string; status: string }>(`SELECT application_id, lane, status FROM task`);
    const reviewed = ended.flatMap(({ details }) => details.flatMap(({ id, lanes }) => lanes.filter(({ verdict }) => verdict === 'approved').map((lane) => `${id} ${lane.id}`)));
    expect(tasks.map(({ application_id, lane }) => `${application_id} ${lane}`).toSorted()).toEqual(reviewed.toSorted());
    expect(tasks.filter(({ status }) => status !== 'done')).toEqual([]);
  });

  it('takes each fee once, against a receipt without a gap', async () => {
    const written = await query<{ status: string; application: string; office: string; receipt_number: string }>(`SELECT status, application_id AS application, office, receipt_number FROM bill ORDER BY office, receipt_number`);
    expect(written.length).toBe(ended.flatMap((file) => file.bills).length);
    // A correction before the payment takes a bill back and writes it anew.
    const bills = written.filter(({ status }) => status !== 'cancelled');
    expect(bills.filter(({ status }) => status !== 'paid')).toEqual([]);
    expect(new Set(bills.map(({ application }) => application)).size).toBe(bills.length);
    for (const [, group] of Map.groupBy(bills, ({ office }) => office)) expect(group.map(({ receipt_number }) => Number(receipt_number.slice(-6)))).toEqual(group.map((_, at) => at + 1));
    const outcomes = await query<{ outcome: string }>(`SELECT outcome FROM payment`);
    expect(outcomes).toEqual(bills.map(() => ({ outcome: 'matched' })));
    expect(await count(`SELECT count(*)::int AS n FROM history WHERE type = 'fee.paid'`)).toBe(bills.length);
  });

  it('gives each application one licence, and numbers them without gap or double', async () => {
    const licences = await query<{ number: string; application_id: string }>(`SELECT number, application_id FROM licence ORDER BY number`);
    expect(new Set(licences.map(({ application_id }) => application_id)).size).toBe(licences.length);
    for (const [, group] of Map.groupBy(licences, ({ number }) => number.slice(0, -5))) expect(group.map(({ number }) => Number(number.slice(-5)))).toEqual(group.map((_, at) => at + 1));
  });

  it('tells the applicants each thing once', async () => {
    expect(await query(`SELECT application_id, revision, notice, account_id FROM notice GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`)).toEqual([]);
    expect(await count(`SELECT count(*)::int AS n FROM notice WHERE notice = 'issued'`)).toBe(await count(`SELECT count(*)::int AS n FROM application WHERE life_of IS NULL`));
  });

  it('leaves no clock running', async () => {
    expect(await query(`SELECT t.application_id, t.name FROM timer t JOIN application a ON a.id = t.application_id WHERE t.stopped_at IS NULL AND a.life_of IS NULL`)).toEqual([]);
  });
});
