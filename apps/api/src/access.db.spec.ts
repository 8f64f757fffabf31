import { randomUUID } from 'node:crypto';
import type { CasePage, CaseView, LicenceView, MonitorOverview, MonitorPage, NoticeView, Problem, SessionView, TaskPage, TaskView } from '@anuyat/contract';
import { sightOf, type Standing } from '@anuyat/access';
import { readFor } from '@anuyat/database';
import { signMessage } from '@anuyat/http';
import { Inbox } from '@anuyat/reviews';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { DataSource } from 'typeorm';
import type { Reply } from './cases/testing/test-api';
import { must } from './cases/testing/walk';
import { workingSystem } from './testing/agency-system';
import type { SystemCaller } from './testing/system-caller';
import { accessTable, methodOf, operationOf, type Row, type Target } from './testing/access-table';
import { createWorld, everybody, people, type Who, type World } from './testing/access-world';
import { applicationFields, monitoredFields, monitorOverviewFields, monitorPageFields, taskFields, verificationFields } from './testing/allowed-fields';
import { classOfField, factParts, isClassed, standingIn } from './testing/field-classes';
import { fieldsOf, leavesOf } from './testing/fields';
import { askingsOf, readBothWays } from './testing/both-readings';
import { AGENT, casesOfRows } from './testing/cases-of-rows';
import { everyAddress } from './testing/every-address';
import { fingerprint, untilDone } from './testing/fingerprint';
import { filled, readerOf, rowsOf, sharedBy } from './testing/raw-rows';
import { readsBeyond, readsWithRowSecurity } from './testing/reads-beyond';
import { describedOperations, servedOperations } from './testing/routes';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';
import { tellNotices } from './testing/tell-notices';

let portal: TestPortal;
let world: World;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  world = await createWorld(portal);
}, 120_000);
afterAll(() => portal.close());

const isGood = (status: number): boolean => status < 400;
const expected = ({ is }: Row, who: Who): number => is[who] ?? is.rest;
const targetOf = (row: Row, who: Who): Target | Promise<Target> => row.to?.(world, isGood(expected(row, who)), who) ?? { path: operationOf(row).split(' ')[1] ?? '' };
const get = async <T>(who: Who, path: string): Promise<T> => must(await portal.call<T>(people[who], 'GET', path), 200);

async function send(row: Row, who: Who, { path, payload, headers, caller }: Target): Promise<Reply<unknown>> {
  const by = caller ?? (await portal.caller(people[who]));
  return path.endsWith('/stream') ? by.peek(path) : by.call(methodOf(row), path, payload, headers);
}

/** The same address with ids that nothing has. */
const elsewhere = (path: string): string =>
  path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, () => randomUUID()).replace(/[0-9a-f]{64}/, '0'.repeat(64)).replace(/(?<=\/licences\/)[A-Z0-9-]+/, 'FT3-NOWHERE-2569-00001');

/** What a refusal says, without what differs from one time to the next. */
function said({ status, body }: Reply<unknown>): object {
  const { instance: _, ...problem } = body as Problem;
  return { status, problem };
}

describe('the table of access', () => {
  it('names every operation that is served and described, and no other', async () => {
    const description = (await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json')).body;
    const named = [...new Set(accessTable.map(operationOf))].sort();
    expect(servedOperations(portal.app).sort()).toEqual(named);
    expect([...describedOperations(description), 'GET /api/openapi.json'].sort()).toEqual(named);
  });
});

describe('the database itself', () => {
  const source = (): DataSource => portal.running.source;
  const read = async <T>(who: Who, statement: string): Promise<T[]> => readFor(await readerOf(portal, people[who]), () => source().query(statement));
  /** Kept once for all who have the same file: its row is of each of them. */
  const SAME_BYTES = 'stored_file';

  it('guards what is read for a person, but for these', () => {
    expect(readsBeyond(portal.app)).toEqual([
      'AuthController.stepUp', 'DelaysController.month', 'DelaysController.page', 'FeeRatesController.list', 'HolidaysController.gaps', 'MandatesController.list', 'MyOfficeController.mine', 'MyOfficeController.waiting', 'OffersController.read', 'OwnSystemController.read',
      'PasskeysController.list', 'PeopleController.offices', 'PeopleController.read', 'ProposalsController.read', 'RefundsController.list', 'RetentionController.work', 'SecurityController.own', 'SecurityController.search', 'SessionsController.list', 'StuckController.list', 'SystemsController.list', 'UnmatchedController.list',
      'VersionsController.diff', 'VersionsController.list', 'VersionsController.plan', 'VersionsController.read', 'VersionsController.shadow',
    ]);
  });

  it('shows no row of anybody, of any table, to somebody of another account, office and place who asks without any condition', async () => {
    await untilDone(source());
    expect(filled(await rowsOf(source())).length).toBeGreaterThan(28);
    expect(filled(await rowsOf(source(), { accountId: randomUUID(), offices: ['ieat-hq-estate'], territories: ['wellgrow'], companies: ['0105999999994'] }))).toEqual([]);
  });

  it('shows nothing of the owner’s to other applicants, offices, agencies, monitors and administrators, nor to an exception that has ended', async () => {
    const neighbour = await readerOf(portal, people.neighbour);
    await source().query(`INSERT INTO exceptional_look (id, case_id, reader_id, office, ground, reason, at, until) VALUES ($1, $2, $3, 'ieat-laem-chabang-estate', 'complaint', 'spec', now() - interval '3 hours', now() - interval '1 hour')`, [randomUUID(), world.file.id, neighbour.accountId]);
    await untilDone(source());
    const owners = await rowsOf(source(), await readerOf(portal, people.owner));
    expect(filled(owners).length).toBeGreaterThan(25);
    for (const who of ['otherApplicant', 'neighbour', 'otherMonitor', 'administrator', 'peopleAdministrator'] as const) {
      expect([who, sharedBy(owners, await rowsOf(source(), await readerOf(portal, people[who]))).filter((table) => table !== SAME_BYTES)]).toEqual([who, []]);
    }
  });

  it('shows an office what it has a part in, and of a case that others have a part in too, its own part', async () => {
    expect(await read('officer', 'SELECT DISTINCT office FROM task')).toEqual([{ office: 'ieat-amata-city-rayong-estate' }]);
    expect(await read('sameCase', `SELECT DISTINCT office FROM task`)).toEqual([{ office: 'lao-210605-revenue' }]);
    expect(await read('sameCase', `SELECT DISTINCT a.code FROM application a LEFT JOIN history h ON h.application_id = a.id ORDER BY 1`)).toEqual([{ code: 'signboard-tax' }, { code: 'signboard-tax:life' }]);
    expect(await read('officer', `SELECT DISTINCT code FROM application WHERE life_of IS NULL ORDER BY 1`)).toEqual([{ code: 'estate-land-use' }, { code: 'factory-type-3' }]);
    for (const table of ['application', 'case_file', 'answer_change', 'document', 'history', 'licence', 'bill', 'decision_order'] as const) expect([table, (await rowsOf(source(), await readerOf(portal, people.officer)))[table]?.length]).not.toEqual([table, 0]);
  });

  it('shows a monitor how far cases of the territory are, and none of their answers, papers, orders and bills', async () => {
    const seen = filled(await rowsOf(source(), await readerOf(portal, people.monitor)));
    expect(seen).toEqual(expect.arrayContaining(['application', 'case_file', 'history', 'licence', 'timer']));
    expect(seen.filter((table) => ['answer_change', 'bill', 'decision_order', 'decision_record', 'document', 'fee_ledger', 'notice', 'payment', 'stored_file', 'task', 'vault_paper'].includes(table))).toEqual([]);
  });

  it('shows an officer who said why that one case, without papers, orders and bills', async () => {
    expect(await read('elsewhere', 'SELECT DISTINCT case_id AS id FROM application')).toEqual([{ id: world.file.id }]);
    expect(await read('elsewhere', 'SELECT id FROM case_file')).toEqual([{ id: world.file.id }]);
    expect(filled(await rowsOf(source(), await readerOf(portal, people.elsewhere))).filter((table) => ['answer_change', 'bill', 'decision_order', 'document', 'stored_file', 'task'].includes(table))).toEqual([]);
  });

  it('shows through a reader that forgot every condition what is the officer’s, and the same list as before through one that did not', async () => {
    const inbox = portal.app.get(Inbox, { strict: false });
    const before = await get<TaskPage>('officer', '/api/tasks?limit=100');
    const page = inbox.page.bind(inbox);
    inbox.page = () => source().query('SELECT id FROM task');
    const [own, others, none] = await Promise.all((['officer', 'sameCase', 'neighbour'] as const).map((who) => get<{ id: string }[]>(who, '/api/tasks'))).finally(() => (inbox.page = page));
    expect(own?.map(({ id }) => id)).toEqual(expect.arrayContaining(before.items.map(({ id }) => id)));
    expect(own?.filter(({ id }) => others?.some((other) => other.id === id))).toEqual([]);
    expect([others?.length !== 0, none]).toEqual([true, []]);
    expect(await get('officer', '/api/tasks?limit=100')).toEqual(before);
  });
});

describe('whom an operation refuses', () => {
  it.each(accessTable.filter(({ is }) => Object.values(is).some((status) => !isGood(status))).map((row) => [row.operation, row] as const))('%s', async (_, row) => {
    const refused = everybody.filter((who) => !isGood(expected(row, who)));
    await untilDone(portal.running.source);
    const before = await fingerprint(portal.running.source);
    const seen: Partial<Record<Who, object>> = {};
    const there: Partial<Record<Who, object>> = {};
    for (const who of refused) {
      const target = await targetOf(row, who);
      const reply = await send(row, who, target);
      expect([who, reply.status, String(reply.headers['content-type'])]).toEqual([who, expected(row, who), 'application/problem+json; charset=utf-8']);
      if (reply.status !== 404) continue;
      seen[who] = said(reply);
      there[who] = said(await send(row, who, { ...target, path: elsewhere(target.path) }));
    }
    expect(seen).toEqual(there);
    expect(await fingerprint(portal.running.source)).toEqual(before);
  });
});

describe('whom an operation lets in', () => {
  it.each(accessTable.filter(({ is }) => Object.values(is).some(isGood)).map((row) => [row.operation, row] as const))('%s', async (_, row) => {
    for (const who of everybody.filter((each) => isGood(expected(row, each)))) {
      const { status, headers, body } = await send(row, who, await targetOf(row, who));
      expect([who, status]).toEqual([who, expected(row, who)]);
      if (isClassed(row)) expect([who, unseen(body, standingIn(row, who))]).toEqual([who, { unknown: [], hidden: [] }]);
      expect(String(headers['cache-control'])).toMatch(operationOf(row).startsWith('GET /api/reference/') && !row.operation.includes('holidays') ? 'public, max-age=3600' : /^no-store$/);
    }
  });
});

describe('an agency’s own system', () => {
  /** So many calls a system may make in one burst. */
  const WITHIN_LIMITS = 100;
  const expectedOf = ({ is }: Row): number => is.agencySystem ?? (is.stranger === 401 ? 403 : is.stranger ?? is.rest);
  const sendAs = async (system: SystemCaller, row: Row): Promise<Reply<unknown>> => {
    const { path, payload, headers } = await targetOf(row, 'officer');
    return path.endsWith('/stream') ? system.peek(path) : system.call(methodOf(row), path, Buffer.isBuffer(payload) ? undefined : payload, Buffer.isBuffer(payload) ? {} : headers);
  };

  it('comes in nowhere but at what is a system’s: every other operation refuses it and changes nothing', async () => {
    const closed = accessTable.filter((row) => !isGood(expectedOf(row)));
    const systems: SystemCaller[] = [];
    for (let asked = 0; asked < closed.length; asked += WITHIN_LIMITS) systems.push(await workingSystem(portal));
    await untilDone(portal.running.source);
    const before = await fingerprint(portal.running.source);
    for (const [index, row] of closed.entries()) {
      const system = systems[Math.floor(index / WITHIN_LIMITS)] as SystemCaller;
      expect([row.operation, (await sendAs(system, { ...row, is: { rest: 404 } })).status]).toEqual([row.operation, expectedOf(row)]);
    }
    expect(await fingerprint(portal.running.source)).toEqual(before);
    expect(closed.length).toBeGreaterThan(100);
  });

  it('reads and does what an officer of its office does', async () => {
    const system = await workingSystem(portal);
    for (const row of accessTable.filter(({ is }) => is.agencySystem !== undefined && isGood(is.agencySystem))) {
      const { status, body } = await sendAs(system, row);
      expect([row.operation, status]).toEqual([row.operation, expectedOf(row)]);
      if (isClassed(row)) expect([row.operation, unseen(body, 'reviewing')]).toEqual([row.operation, { unknown: [], hidden: [] }]);
    }
  });
});

describe('a list holds only what the reader may see', () => {
  const mine = () => [world.draftId, world.file.id, world.done.id];
  const applications = () => world.file.details.map(({ id }) => id);

  it('of cases, licences and notices: the applicant’s own', async () => {
    const own = (await get<CasePage>('owner', '/api/cases?limit=100')).items.map(({ id }) => id);
    expect(own).toEqual(expect.arrayContaining(mine()));
    const licensed = (await get<LicenceView[]>('owner', '/api/licences')).map(({ caseId }) => caseId);
    expect(licensed.filter((id) => id !== world.refused.id)).toEqual(world.done.licences.map(() => world.done.id));
    const told = (await get<NoticeView[]>('owner', '/api/notices')).map(({ caseId }) => caseId);
    expect(told).toContain(world.done.id);
    expect(told.filter((id) => !own.includes(id))).toEqual([]);
    const others = (await get<CasePage>('otherApplicant', '/api/cases?limit=100')).items.map(({ id }) => id);
    expect(others.filter((id) => mine().includes(id))).toEqual([]);
    expect(await get('otherApplicant', '/api/licences')).toEqual([]);
    expect(await get('otherApplicant', '/api/notices')).toEqual([]);
  });

  it('of tasks: the office’s own', async () => {
    const offices = { officer: 'ieat-amata-city-rayong-estate', reviewer: 'ieat-amata-city-rayong-estate', sameCase: 'lao-210605-revenue' } as const;
    for (const [who, office] of Object.entries(offices)) {
      const { items, counts } = await get<TaskPage>(who as Who, '/api/tasks?limit=100');
      expect(items.length).toBeGreaterThan(0);
      expect(counts.open).toBe(items.length);
      expect(new Set(items.map((task) => task.office.code))).toEqual(new Set([office]));
    }
    for (const who of ['neighbour', 'leftOut', 'elsewhere'] as const) expect(await get(who, '/api/tasks')).toEqual({ items: [], next: null, counts: { overdue: 0, dueToday: 0, escalated: 0, demands: 0, open: 0, mine: 0 } });
  });

  it('of applications in estates: the monitor’s own territory', async () => {
    const all = await get<MonitorPage>('monitor', '/api/monitor/applications?limit=100');
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining(applications()));
    expect((await get<MonitorOverview>('monitor', '/api/monitor/overview')).totals.total).toBe(all.items.length);
    for (const filter of ['', '?territory=amata-city-rayong', '?q=ตัวอย่าง']) expect(await get('otherMonitor', `/api/monitor/applications${filter}`)).toEqual({ items: [], next: null });
    const { estates, licences, totals } = await get<MonitorOverview>('otherMonitor', '/api/monitor/overview');
    expect([estates.map(({ code }) => code), licences, totals.total]).toEqual([['laem-chabang'], [], 0]);
  });

  it('of sessions: one’s own', async () => {
    const sessions = await Promise.all((['owner', 'otherApplicant'] as const).map((who) => get<SessionView[]>(who, '/api/auth/sessions')));
    const [own = [], others = []] = sessions.map((list) => list.map(({ id }) => id));
    expect(own.filter((id) => others.includes(id))).toEqual([]);
  });
});

describe('what a colleague holds', () => {
  it('is neither taken nor given back by another', async () => {
    const task = `/api/tasks/${world.task('estate-land-use').id}`;
    must(await portal.call(people.officer, 'POST', `${task}/claim`), 200);
    for (const act of ['claim', 'release']) expect(said(await portal.call(people.reviewer, 'POST', `${task}/${act}`))).toMatchObject({ status: 409, problem: { code: 'task-taken' } });
    must(await portal.call(people.officer, 'POST', `${task}/release`), 200);
  });
});

describe('an idempotency key that was used before', () => {
  it('tells nothing of an application that is not the sender’s', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const body = { type: 'withdrawn', data: {} };
    const own = await world.newFile();
    must(await portal.call(people.owner, 'POST', `/api/applications/${own.details[0]?.id}/events`, body, key), 200);
    const [theirs] = world.file.details;
    await portal.running.source.query(`UPDATE application SET account_id = (SELECT id FROM account WHERE subject = 'sandbox-wichai') WHERE id = $1`, [theirs?.id]);
    const [foreign, none] = [await portal.call(people.owner, 'POST', `/api/applications/${theirs?.id}/events`, body, key), await portal.call(people.owner, 'POST', `/api/applications/${randomUUID()}/events`, body, key)];
    expect(said(foreign)).toEqual(said(none));
    expect(none.status).toBe(404);
    await portal.running.source.query(`UPDATE application SET account_id = c.account_id FROM case_file c WHERE c.id = case_id AND application.id = $1`, [theirs?.id]);
  });
});

describe('the bank’s word over HTTP', () => {
  const tell = (confirmation: object): Promise<Reply<{ resDesc: string }>> => {
    const payload = JSON.stringify(confirmation);
    return portal.call<{ resDesc: string }>(null, 'POST', '/api/payments/callback', payload, { 'content-type': 'application/json', 'x-bank-signature': signMessage(portal.configuration.BANK_CALLBACK_SECRET, payload, new Date()) });
  };

  it('that comes again, in another order or twice at once, is answered as the first time and changes nothing; a second payment is kept and pays nothing', async () => {
    await untilDone(portal.running.source);
    const told: { raw: Record<string, unknown>; outcome: string }[] = await portal.running.source.query(`SELECT p.raw, p.outcome FROM payment p JOIN bill b ON b.ref1 = p.ref1 WHERE b.case_id = $1 AND p.outcome = 'matched' ORDER BY p.transaction_id DESC`, [world.done.id]);
    expect(told.length).toBeGreaterThan(0);
    const before = await fingerprint(portal.running.source);
    for (const { raw, outcome } of told) {
      const replies = await Promise.all([tell(raw), tell(raw)]);
      expect(replies.map(({ status, body }) => [status, body.resDesc])).toEqual([[200, outcome], [200, outcome]]);
    }
    expect(await fingerprint(portal.running.source)).toEqual(before);
    expect(must(await tell({ ...told[0]?.raw, transactionId: 'LATE-1' }), 200).resDesc).toBe('duplicate');
    const { payment: _kept, ...rest } = await fingerprint(portal.running.source);
    expect({ ...rest, payment: before['payment'] }).toEqual(before);
  });
});

describe('an answer holds only what its reader may know', () => {
  const secrets = { note: 'บันทึกเฉพาะสำนักงาน 4711', facts: 'ข้อเท็จจริงเฉพาะราย 4712', law: 'พ.ร.บ. ภาษีป้าย 4713', considerations: 'เหตุผลประกอบ 4714', findings: 'ผลตรวจ 4715' };
  const personal = ['มาลี', 'มีสุข', 'malee', '0898765432', '1234567890121'];
  let file: CaseView;

  const tell = async (who: Who, code: string, type: string, data: object) => must(await portal.call(people[who], 'POST', `/api/applications/${world.applicationId(code, file)}/events`, { type, data }, { 'idempotency-key': randomUUID() }), 200);
  const taskOf = async (who: Who, code: string): Promise<TaskView> => {
    const { items } = await get<TaskPage>(who, '/api/tasks?limit=100');
    const task = items.find(({ caseId, licence }) => caseId === file.id && licence.code === code);
    return get<TaskView>(who, `/api/tasks/${task?.id}`);
  };

  beforeAll(async () => {
    file = await world.newFile();
    await untilDone(portal.running.source);
    await tell('officer', 'factory-type-3', 'factory.accepted', { note: secrets.note });
    await tell('officer', 'factory-type-3', 'factory.inspectionPlanned', { plannedFor: new Date(Date.now() + 86_400_000).toISOString(), note: secrets.note });
    await tell('officer', 'factory-type-3', 'factory.inspectionRecorded', { result: 'passed', findings: secrets.findings });
    await tell('officer', 'estate-land-use', 'estate.asked', { note: secrets.note, items: [{ kind: 'fact', target: 'estateUse.plotNo', message: 'แปลงใด' }] });
    await tellNotices(portal.running, file.id);
    await untilDone(portal.running.source);
  });

  it('an officer’s: the facts and papers of the lane, and none of the rest', async () => {
    const { answers } = await get<CaseView>('owner', `/api/cases/${file.id}`);
    for (const [who, code, lane] of [['officer', 'factory-type-3', 'factory'], ['sameCase', 'signboard-tax', 'revenue']] as const) {
      const task = await taskOf(who, code);
      const { version } = file.details.find((application) => application.code === code) ?? { version: 0 };
      const decides = portal.running.library.getLicence(code, version).lanes.find(({ id }) => id === lane);
      const [reads, readsDocuments] = [decides?.reads ?? [], decides?.readsDocuments ?? []];
      const isRead = (path: string): boolean => reads.some((prefix) => path === prefix || path.startsWith(`${prefix}.`));
      expect(fieldsOf(task, ['answers', 'topics[].schema'])).toEqual(within(taskFields));
      expect(leavesOf(task.answers).map(({ path }) => path).sort()).toEqual(leavesOf(answers).map(({ path }) => path).filter(isRead).sort());
      expect(new Set(task.documents.map((paper) => paper.code))).toEqual(new Set(file.documents.map((paper) => paper.code).filter((paper) => readsDocuments.includes(paper))));
      expect(task.askable.facts.map(({ path }) => path).filter((path) => !isRead(path))).toEqual([]);
      const unread = leavesOf(answers).filter(({ path, value }) => !isRead(path) && value.length > 4 && value !== 'false').map(({ value }) => value);
      expect(unread).toContain('malee.private@example.com');
      expect(unread.filter((value) => JSON.stringify(task).includes(value))).toEqual([]);
    }
  });

  it('an officer’s view of an application: no answers', async () => {
    const application = await get<object>('officer', `/api/applications/${world.applicationId('factory-type-3', file)}`);
    expect(fieldsOf(application)).toEqual(within(applicationFields));
  });

  it('a monitor’s: how far it is, without a person’s facts and without anybody’s words', async () => {
    const reasons = { facts: secrets.facts, law: secrets.law, considerations: secrets.considerations };
    await tell('sameCase', 'signboard-tax', 'revenue.refusalIntended', reasons);
    await tell('owner', 'signboard-tax', 'revenue.heard', { words: 'ขอชี้แจง' });
    await tell('sameCase', 'signboard-tax', 'revenue.refused', reasons);
    await tell('owner', 'estate-land-use', 'withdrawn', { note: secrets.note });
    expect(JSON.stringify(await get('owner', `/api/cases/${file.id}`))).toContain(secrets.considerations);
    const views = await Promise.all(file.details.map(({ id }) => get<object>('monitor', `/api/monitor/applications/${id}`)));
    for (const view of views) expect(fieldsOf(view, ['answers', 'topics[].schema'])).toEqual(within(monitoredFields));
    const page = await get('monitor', '/api/monitor/applications?limit=100');
    expect(fieldsOf(page)).toEqual(within(monitorPageFields));
    const overview = await get('monitor', '/api/monitor/overview');
    expect(fieldsOf(overview, ['totals.byStatus', 'estates[].counts.byStatus', 'licences[].counts.byStatus'])).toEqual(within(monitorOverviewFields));
    const seen = JSON.stringify([views, page, overview]);
    expect([...personal, ...Object.values(secrets)].filter((secret) => seen.includes(secret))).toEqual([]);
    expect(await get('monitor', `/api/monitor/applications?q=${encodeURIComponent('มาลีรัตน์')}`)).toEqual({ items: [], next: null });
  });

  it('anybody’s who verifies a licence: what the paper says, and no number of a person', async () => {
    const verification = await get<object>('stranger', `/api/licences/${world.done.licences[0]?.number}/verify?k=wrong`);
    expect(fieldsOf(verification)).toEqual(within(verificationFields));
    expect(['0898765432', '1234567890121', 'malee', world.done.id].filter((secret) => JSON.stringify(verification).includes(secret))).toEqual([]);
  });

  it('one’s own account: no personal number, not even masked', async () => {
    expect(JSON.stringify(await get('owner', '/api/auth/me'))).not.toMatch(/\d{4,}[-x*\d]{5,}(?![\w-])/);
  });
});

describe('row security', () => {
  /** What it would take too much to bring about here, what is told by the same statements as another, and one order, which the portal reads. */
  const NOT_READ = ['GET /api/documents/{id}/preview', 'GET /api/orders/{id}', 'GET /api/payments/together/{id}'];

  it('changes no answer to anybody: what one may read is what the portal itself would read there, in every operation', async () => {
    const { all, explained } = await casesOfRows(world);
    const operations = readsWithRowSecurity(portal.app).filter((each) => !each.endsWith('/stream') && !NOT_READ.includes(each));
    const [reasons, others] = [operations.filter((each) => each.endsWith('/why')), operations.filter((each) => !each.endsWith('/why'))];
    const addresses = [...(await everyAddress(portal.running.source, others, all)), ...(await everyAddress(portal.running.source, reasons, [explained]))];
    const askings = await askingsOf(portal, [...Object.values(people).filter((hint) => hint !== null), AGENT], addresses);
    const { differences, guarded } = await readBothWays(portal, askings);
    expect(differences).toEqual([]);
    expect(operations.filter((each) => !guarded.includes(each))).toEqual([]);
  }, 120_000);

  it('that would keep from an officer what is the office’s is found', async () => {
    const { source } = portal.running;
    const create = source.createQueryRunner;
    const nobody = { accountId: randomUUID(), offices: [], territories: [], companies: [] };
    source.createQueryRunner = (mode) => (create(mode).isTransactionActive ? readFor(nobody, () => create(mode)) : create(mode));
    const { differences } = await readBothWays(portal, [{ who: people.officer, caller: await portal.caller(people.officer), operation: 'GET /api/tasks', path: '/api/tasks' }]).finally(() => (source.createQueryRunner = create));
    expect(differences).toMatchObject([{ operation: 'GET /api/tasks', withRowSecurity: expect.stringContaining('"items":[]'), without: expect.not.stringContaining('"items":[]') }]);
  });
});

/** Fields of an answer that no class is known of, and those whose class the policy hides from this standing. */
function unseen(body: unknown, standing: Standing): { unknown: string[]; hidden: string[] } {
  const places = Object.entries(fieldsOf(body)).filter(([place]) => !place.split(/[.[\]]+/).some((part) => factParts.includes(part)));
  const told = [...new Set(places.flatMap(([, keys]) => keys.split(' ').filter(Boolean)))];
  return {
    unknown: told.filter((name) => classOfField(name) === undefined),
    hidden: told.filter((name) => sightOf(standing, classOfField(name) ?? 'technical') === 'hidden'),
  };
}

/** Every place of an answer has no other fields than the list allows; not all of them need to be there. */
function within(allowed: Record<string, string>): unknown {
  return {
    asymmetricMatch: (seen: Record<string, string>) => Object.entries(seen).every(([place, keys]) => keys.split(' ').every((key) => allowed[place]?.split(' ').includes(key))),
    toAsymmetricMatcher: () => `Only these fields: ${JSON.stringify(allowed, null, 1)}`,
  };
}
