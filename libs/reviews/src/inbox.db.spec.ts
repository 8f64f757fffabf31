import type { PersonActor, TaskPage } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { createDataSource } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import { deskOfficer, otherDeskOfficer, reader, startTestRegistrar, submitCard, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';
import { Inbox } from './inbox';
import { inboxPage, type InboxFilter } from './inbox-query';
import { putTasks, type TaskSeed } from './testing/tasks';

let running: TestRegistrar;
let inbox: Inbox;
let applicationId: string;

beforeAll(async () => {
  running = await startTestRegistrar('inbox-spec');
  inbox = new Inbox(running.source, running.library, running.calendar);
  applicationId = await submitCard(running);
});
afterAll(() => running.close());

const clear = () => running.source.query(`DELETE FROM task`);
const put = (...seeds: TaskSeed[]) => putTasks(running.source, applicationId, seeds);
const idsOf = ({ items }: TaskPage) => items.map(({ id }) => id);
const bothDesks: PersonActor = { ...deskOfficer, offices: [...deskOfficer.offices, ...vaultOfficer.offices] };

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => undefined, (thrown: unknown) => thrown);
  return error instanceof Refusal ? error.code : `not refused: ${String(error)}`;
}

/** Every page from the first to the last, as one goes on with `next`. */
async function walk(officer: PersonActor, filter: InboxFilter): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null | undefined;
  do {
    const page = await inbox.page(officer, { ...filter, ...(after ? { after } : {}) });
    seen.push(...idsOf(page));
    after = page.next;
  } while (after);
  return seen;
}

describe('the inbox', () => {
  afterEach(clear);

  it('shows the tasks of the officer’s own offices only, and none that is done', async () => {
    const [own] = await put({}, { office: 'bma-1039-building' }, { status: 'done' }, { status: 'cancelled' });
    expect(idsOf(await inbox.page(deskOfficer, {}))).toEqual([own]);
    expect(idsOf(await inbox.page({ ...deskOfficer, offices: [] }, {}))).toEqual([]);
  });

  it('shows a task once to an officer who was appointed twice', async () => {
    const [own] = await put({});
    expect(idsOf(await inbox.page({ ...deskOfficer, offices: [...deskOfficer.offices, ...deskOfficer.offices] }, {}))).toEqual([own]);
  });

  it('puts what is due first at the top, or what came last', async () => {
    const [late = '', soon = '', today = ''] = await put(
      { dueAt: '2030-03-01T00:00:00Z', createdAt: '2026-11-20T00:00:00Z' },
      { dueAt: '2030-02-01T00:00:00Z', createdAt: '2026-11-22T00:00:00Z', office: 'bma-1039-building' },
      { dueAt: '2030-01-01T00:00:00Z', createdAt: '2026-11-21T00:00:00Z' },
    );
    expect(idsOf(await inbox.page(bothDesks, {}))).toEqual([today, soon, late]);
    expect(idsOf(await inbox.page(bothDesks, { sort: 'new' }))).toEqual([soon, today, late]);
  });

  it('can be narrowed by stage, licence, what is late and what one holds', async () => {
    const [decision, tax, late, mine] = await put(
      { stage: 'decision' },
      { licence: 'signboard-tax' },
      { dueAt: '2026-01-01T00:00:00Z' },
      { assignee: deskOfficer.accountId },
    );
    expect(idsOf(await inbox.page(deskOfficer, { stage: 'decision' }))).toEqual([decision]);
    expect(idsOf(await inbox.page(deskOfficer, { licence: 'signboard-tax' }))).toEqual([tax]);
    expect(idsOf(await inbox.page(deskOfficer, { overdue: true }))).toEqual([late]);
    expect(idsOf(await inbox.page(deskOfficer, { mine: true }))).toEqual([mine]);
    expect(idsOf(await inbox.page(otherDeskOfficer, { mine: true }))).toEqual([]);
    expect(idsOf(await inbox.page(deskOfficer, { mine: true, stage: 'decision' }))).toEqual([]);
  });

  it('is searched by number, business and applicant, in whatever case', async () => {
    const [numbered, business, applicant] = await put({ number: 'C690121-000042-1' }, { businessName: 'Baan Suan' }, { applicantName: 'มาลี มีสุข' });
    expect(idsOf(await inbox.page(deskOfficer, { q: 'c690121-000042' }))).toEqual([numbered]);
    expect(idsOf(await inbox.page(deskOfficer, { q: 'SUAN' }))).toEqual([business]);
    expect(idsOf(await inbox.page(deskOfficer, { q: 'มีสุข' }))).toEqual([applicant]);
    expect(idsOf(await inbox.page(deskOfficer, { q: 'nobody' }))).toEqual([]);
  });

  it.each(['100%', 'a_b', 'a\\b', '%', '_', '\\', `'; DROP TABLE task; --`])('takes %p in a search as it is written', async (name) => {
    const [wanted] = await put({ businessName: `ร้าน ${name} สาขา` }, { businessName: 'ร้าน 1000 aXb' });
    expect(idsOf(await inbox.page(deskOfficer, { q: name }))).toEqual([wanted]);
  });

  it('counts what is late, due today, open and one’s own, whatever the filter', async () => {
    await put(
      { dueAt: '2026-01-01T00:00:00Z' },
      { dueAt: `${bangkokDate(new Date())}T23:59:59.999+07:00` },
      { assignee: deskOfficer.accountId },
      { assignee: otherDeskOfficer.accountId },
      { office: 'bma-1039-building' },
      { status: 'done', assignee: deskOfficer.accountId },
    );
    const { counts } = await inbox.page(deskOfficer, { q: 'nobody' });
    expect(counts).toEqual({ overdue: 1, dueToday: 1, escalated: 0, demands: 0, open: 4, mine: 1 });
  });

  it('says in days how long there is, and that it is late', async () => {
    await put({ lane: 'desk', dueAt: '2026-01-05T16:59:59.999Z' });
    const [late] = (await inbox.page(deskOfficer, {})).items;
    expect(late).toMatchObject({ isOverdue: true, status: 'open', office: { code: 'bma-1039-registry' }, licence: { title: { en: 'Library card' } }, laneTitle: { en: 'Lending desk' } });
    expect(late?.daysLeft).toBeLessThan(0);
  });
});

describe('the pages of the inbox', () => {
  afterEach(clear);

  const due = '2030-05-05T16:59:59.999Z';

  it.each([1, 3, 7, 40])('of %d have no gap and no double where many tasks are due at the same moment', async (limit) => {
    const ids = await put(...Array.from({ length: 40 }, (_, at) => ({ dueAt: due, office: at % 3 ? 'bma-1039-registry' : 'bma-1039-building' })));
    expect(await walk(bothDesks, { limit })).toEqual(ids.toSorted());
  });

  it.each(['due', 'new'] as const)('have none where tasks differ by microseconds, sorted by %s', async (sort) => {
    const at = (micro: number) => `2030-05-05T10:00:00.123${String(micro).padStart(3, '0')}Z`;
    const ids = await put(...Array.from({ length: 30 }, (_, index) => ({ dueAt: at(900 - index), createdAt: at(100 + index) })));
    expect(await walk(deskOfficer, { sort, limit: 4 })).toEqual(ids.toReversed());
  });

  it('go on past a task that was done meanwhile, and show no task again', async () => {
    const ids = await put(...Array.from({ length: 6 }, (_, at) => ({ dueAt: `2030-05-0${at + 1}T00:00:00Z` })));
    const first = await inbox.page(deskOfficer, { limit: 2 });
    await running.source.query(`UPDATE task SET status = 'done' WHERE id = ANY($1)`, [[ids[1], ids[2]]]);
    const second = await inbox.page(deskOfficer, { limit: 2, after: first.next ?? '' });
    expect([idsOf(first), idsOf(second)]).toEqual([[ids[0], ids[1]], [ids[3], ids[4]]]);
  });

  it('end where nothing follows, also when the last one is full', async () => {
    await put({}, {});
    expect((await inbox.page(deskOfficer, { limit: 2 })).next).toBeNull();
  });

  it.each(['nonsense', 'fA', Buffer.from('2030-13-45T00:00:00.000000Z|x').toString('base64url'), Buffer.from(`2030-01-01|${uuidv7()}`).toString('base64url')])('refuse %p as the way to the next one', async (after) => {
    expect(await codeOf(inbox.page(deskOfficer, { after }))).toBe('bad-request');
  });
});

describe('a task', () => {
  afterEach(clear);

  const claim = (officer: PersonActor, id = '') => running.source.transaction((tx) => inbox.claim(tx, officer, id));
  const release = (officer: PersonActor, id = '') => running.source.transaction((tx) => inbox.release(tx, officer, id));

  it('is claimed by one of many who reach for it at the same moment', async () => {
    const [id] = await put({});
    const officers = Array.from({ length: 8 }, (_, at) => ({ ...deskOfficer, accountId: uuidv7(), name: { th: `คนที่ ${at}`, en: `No. ${at}` } }));
    const outcomes = await Promise.all(officers.map((officer) => claim(officer, id).then(() => 'claimed', (refusal: Refusal) => refusal.code)));
    expect(outcomes.toSorted()).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'task-taken')]);
    const winner = officers[outcomes.indexOf('claimed')];
    expect((await inbox.get(deskOfficer, id ?? '')).assignee).toEqual({ id: winner?.accountId, name: winner?.name });
  });

  it('may be claimed again by who has it, and given back twice', async () => {
    const [id] = await put({});
    await claim(deskOfficer, id);
    await claim(deskOfficer, id);
    await release(deskOfficer, id);
    await release(deskOfficer, id);
    expect(await inbox.get(deskOfficer, id ?? '')).toMatchObject({ status: 'open', assignee: null });
  });

  it('is given back by nobody else', async () => {
    const [id] = await put({});
    await claim(deskOfficer, id);
    expect(await codeOf(release(otherDeskOfficer, id))).toBe('task-taken');
    expect((await inbox.get(deskOfficer, id ?? '')).assignee?.id).toBe(deskOfficer.accountId);
  });

  it('is not claimed by whom it is about, nor by a director or representative of the company that asks', async () => {
    const [id = ''] = await put({});
    const applicant: PersonActor = { ...deskOfficer, accountId: reader.accountId };
    expect(await codeOf(claim(applicant, id))).toBe('own-matter');
    await running.source.query(`UPDATE application SET acting_for = '0105999999994' WHERE id = $1`, [applicationId]);
    const director: PersonActor = { ...deskOfficer, companies: [{ juristicId: '0105999999994', name: { th: 'บริษัท', en: 'Company' } }] };
    expect(await codeOf(claim(director, id))).toBe('own-matter');
    await claim(otherDeskOfficer, id);
    await running.source.query(`UPDATE application SET acting_for = NULL WHERE id = $1`, [applicationId]);
  });

  it('that is done is neither claimed nor given back', async () => {
    const [id] = await put({ status: 'done', assignee: deskOfficer.accountId });
    expect(await codeOf(claim(deskOfficer, id))).toBe('event-not-accepted');
    expect(await codeOf(release(deskOfficer, id))).toBe('event-not-accepted');
  });

  it('of another office is as if it did not exist', async () => {
    const [id = ''] = await put({});
    expect(await Promise.all([inbox.get(vaultOfficer, id), claim(vaultOfficer, id), release(vaultOfficer, id)].map(codeOf))).toEqual(['not-found', 'not-found', 'not-found']);
  });

  it('stays with its office when the officer moves to another', async () => {
    const [id = ''] = await put({});
    await claim(deskOfficer, id);
    const moved = { ...deskOfficer, offices: vaultOfficer.offices };
    expect(await codeOf(inbox.get(moved, id))).toBe('not-found');
    expect(await codeOf(release(moved, id))).toBe('not-found');
    expect(idsOf(await inbox.page(moved, { mine: true }))).toEqual([]);
    expect(idsOf(await inbox.page(otherDeskOfficer, {}))).toEqual([id]);
  });
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

describe('among thousands of tasks, a page', () => {
  const limit = 26;

  beforeAll(async () => {
    const offices = ['bma-1039-registry', 'bma-1039-building', ...Array.from({ length: 18 }, (_, at) => `office-${at}`)];
    await running.source.query(
      `INSERT INTO task (id, application_id, case_id, lane, office, agency, licence, number, business_name, applicant_name, place_th, place_en, stage, status, assignee, due_at, by_revision, created_at)
       SELECT gen_random_uuid(), a.id, a.case_id, 'lane-' || n, ($2::text[])[1 + n % 20], 'bma', 'library-card', 'T-' || n, 'ร้าน ' || n, 'สมหญิง', '', '',
              CASE WHEN n % 3 = 0 THEN 'decision' ELSE 'completeness' END, CASE WHEN n % 10 < 6 THEN 'done' WHEN n % 100 = 80 THEN 'claimed' ELSE 'open' END,
              CASE WHEN n % 100 = 80 THEN $3::uuid END, now() + make_interval(mins => (n * 7919) % 20000 - 10000), 1, now() - make_interval(secs => (n * 104729) % 900000)
         FROM application a, generate_series(1, 8000) AS n WHERE a.id = $1`,
      [applicationId, offices, deskOfficer.accountId],
    );
    const owner = await createDataSource(running.database.ownerUrl, 'inbox-spec-owner').initialize();
    await owner.query(`ANALYZE task`);
    await owner.destroy();
  });

  async function nodesOf(officer: PersonActor, filter: InboxFilter): Promise<Plan[]> {
    const first = await inbox.page(officer, { ...filter, limit: limit - 1 });
    const [at, id] = Buffer.from(first.next ?? '', 'base64url').toString().split('|');
    const { text, values } = inboxPage(officer, filter, at && id ? { at, id } : undefined, limit);
    const [row]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await running.source.query(['EXPLAIN (ANALYZE, FORMAT JSON)', text].join(' '), values);
    const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
    return flat(row['QUERY PLAN'][0].Plan);
  }

  const rowsOf = (plan: Plan) => plan['Actual Rows'] * plan['Actual Loops'];

  it.each<[string, InboxFilter, string]>([
    ['by due date', {}, 'task_inbox'],
    ['of what is late', { overdue: true }, 'task_inbox'],
    ['by arrival', { sort: 'new' }, 'task_newest'],
    ['of what one holds', { mine: true }, 'task_mine'],
  ])('%s is read from its index and sorts nothing but the pages of the offices', async (_, filter, index) => {
    for (const officer of [deskOfficer, bothDesks]) {
      const nodes = await nodesOf(officer, filter);
      const scans = nodes.filter((node) => node['Relation Name'] === 'task');
      expect(scans.map((node) => [node['Node Type'], node['Index Name']])).toEqual([['Index Scan', index]]);
      expect(scans.reduce((sum, node) => sum + rowsOf(node), 0)).toBeLessThanOrEqual(limit * officer.offices.length);
      expect(scans.every((node) => (node['Rows Removed by Filter'] ?? 0) <= limit)).toBe(true);
    }
  });

  it('of one stage or licence never leaves the office’s own place in the index', async () => {
    for (const filter of [{ stage: 'decision' }, { licence: 'library-card' }, { q: '77' }] satisfies InboxFilter[]) {
      const nodes = await nodesOf(deskOfficer, filter);
      expect(nodes.map((node) => node['Index Name']).filter(Boolean)).toEqual([expect.stringMatching(/^task_(inbox|newest)$/)]);
      expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    }
  });
});
