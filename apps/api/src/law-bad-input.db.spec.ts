import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import type { CalendarGap, CaseView, FiledAppeal, HolidayView, LicenceVersions, Problem } from '@anuyat/contract';
import { OrderWriter } from '@anuyat/decisions';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import { verifyHistory } from '@anuyat/registrar';
import { carryOut, type TestRegistrar } from '@anuyat/registrar/testing';
import { must } from './cases/testing/walk';
import { people, seatReviewer } from './testing/access-world';
import { fileOnOwnLand } from './testing/estate-case';
import { fingerprint } from './testing/fingerprint';
import { problemIn } from './testing/problem-in';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const code = 'factory-type-3';

/** What is brought is proved, which walks through every situation of the licence. */
jest.setTimeout(120_000);

let portal: TestPortal;
let file: CaseView;
let factory: string;

beforeAll(async () => {
  portal = await startTestPortal();
  await seatReviewer(portal);
  file = await fileOnOwnLand(portal, people.owner);
  factory = file.details.find((each) => each.code === code)?.id ?? '';
}, 60_000);
afterAll(() => portal.close());

const query = (sql: string, values: unknown[] = []) => portal.running.source.query(sql, values);
const event = (who: string, type: string, data: object) => portal.call<Problem>(who, 'POST', `/api/applications/${factory}/events`, { type, data }, { 'idempotency-key': randomUUID() });
const appeal = (body: object) => portal.call<FiledAppeal & Problem>(people.owner, 'POST', `/api/applications/${factory}/appeals`, body, { 'idempotency-key': randomUUID() });
const byPortal = (type: string, data = {}) => portal.running.registrar.receive({ applicationId: factory, type, data, actor: { kind: 'portal', job: 'spec' } });
const read = async (): Promise<CaseView> => must(await portal.call<CaseView>(people.owner, 'GET', `/api/cases/${file.id}`), 200);

async function bring(change: (definition: LicenceDefinition) => void) {
  const definition = structuredClone(portal.running.library.findNewestLicence(code)?.definition) as LicenceDefinition;
  definition.version += 1;
  change(definition);
  const before = await fingerprint(portal.running.source);
  const reply = await portal.call<LicenceVersions & Problem>('admin', 'POST', '/api/admin/versions', { definition });
  expect(await fingerprint(portal.running.source)).toEqual(before);
  return problemIn(reply);
}

it.each([
  ['a fraction of a satang', 'machinery.horsepower / 7', /factory-type-3”: it comes to .* no whole satang/, /ไม่เต็มสตางค์/],
  ['nothing', 'machinery.noSuchFact * 2', /factory-type-3”: .*a fact that it needs is missing/, /ขาดข้อมูล/],
])('a fee formula that yields %s is not taken in, and the answer names fee, licence and example', async (_, amount, en, th) => {
  const problem = await bring(({ fees }) => void (fees[0] = { ...(fees[0] as LicenceDefinition['fees'][number]), amount }));
  expect(problem.code).toBe('definition-unproved');
  const message = problem.fields?.find(({ path }) => path === 'fee-examples-hold')?.message;
  expect([message?.en, message?.th]).toEqual([expect.stringMatching(en), expect.stringMatching(th)]);
  expect(message?.en).toContain('Fee example 1');
});

it('a definition with a loop is not taken in, and the answer tells how an office could ask round after round', async () => {
  const problem = await bring(({ machine, lanes }) => {
    const states = machine.states?.['review']?.states?.[lanes[0]?.id ?? '']?.states ?? {};
    Object.assign(states['rechecking']?.on ?? {}, { [`${lanes[0]?.id}.asked`]: [{ target: 'asked' }] });
  });
  expect([problem.code, problem.fields?.map(({ path }) => path)]).toEqual(['definition-unproved', expect.arrayContaining(['loops-are-bounded'])]);
});

describe('what comes after its time', () => {
  it('an answer after its clock has ended is kept word for word, and the answer says which time, by which law, and what can be done', async () => {
    const items = [{ kind: 'fact', target: 'machinery.horsepower', message: 'ไม่ตรงกับผังเครื่องจักร' }];
    must(await event(people.officer, 'factory.asked', { note: 'โปรดแก้', items }), 200);
    await byPortal('factory.told', { note: 'โปรดแก้', items, noticeId: `${factory}-1`, notice: 'N1', part: 1, parts: 1 });
    await byPortal('factory.lapsed');
    await carryOut(portal.running as TestRegistrar, [new OrderWriter(portal.running.library)]);
    const [before] = await query(`SELECT revision, state FROM application WHERE id = $1`, [factory]);

    const reply = await event(people.owner, 'factory.answered', { changes: { 'machinery.horsepower': 61 }, note: 'วัดใหม่แล้ว' });
    const problem = problemIn(reply);
    expect([problem.status, problem.code]).toEqual([409, 'too-late']);
    expect([problem.detail?.en, problem.detail?.th]).toEqual([expect.stringContaining('Licensing Facilitation Act B.E. 2558 ss.8, 9'), expect.stringContaining('มาตรา 8 และ 9')]);
    expect(problem.next?.map(({ title }) => title.en)).toEqual(['File again with everything kept', 'Appeal against the order']);
    expect((await read()).lateAnswers).toMatchObject([{ applicationId: factory, words: 'วัดใหม่แล้ว', changes: [{ path: 'machinery.horsepower', value: 61 }] }]);
    expect((await query(`SELECT revision, state FROM application WHERE id = $1`, [factory]))[0]).toEqual(before);
  });

  it('an appeal after its time says until when it was and by which section it may still be taken; with its reason it is taken as late', async () => {
    await query(`INSERT INTO delivery (id, order_id, kind, sent_at, notified_at, recorded_by) SELECT $2, id, 'post', now() - interval '97 days', now() - interval '90 days', '{}' FROM decision_order WHERE application_id = $1`, [factory, randomUUID()]);
    const grounds = 'วัดแรงม้าใหม่แล้ว';
    const problem = problemIn(await appeal({ grounds }));
    expect([problem.status, problem.code]).toEqual([422, 'appeal-late']);
    expect([problem.detail?.en, problem.detail?.th]).toEqual([expect.stringContaining('s.66'), expect.stringContaining('มาตรา 66')]);
    expect(await query(`SELECT FROM appeal WHERE against = $1`, [factory])).toEqual([]);
    expect(must(await appeal({ grounds, lateBecause: 'นอนโรงพยาบาล' }), 200)).toMatchObject({ isLate: true });
  });

  it('nothing of it broke the history', async () => {
    expect(await verifyHistory(portal.running.source, factory, portal.running.library.getLicence(code, file.details.find(({ id }) => id === factory)?.version ?? 0))).toBeUndefined();
  });
});

it('a calendar with a gap is told: by the clocks that count into it, to administrators, and where somebody would empty a year', async () => {
  const year = Number((await read()).details.flatMap(({ lanes }) => lanes.flatMap(({ dueAt }) => dueAt ?? []))[0]?.slice(0, 4));
  const kept: HolidayView[] = must(await portal.call<HolidayView[]>(null, 'GET', `/api/reference/holidays?year=${year}`), 200);
  const problem = problemIn(await portal.call(`admin`, 'PUT', `/api/reference/holidays?year=${year}`, { days: [] }));
  expect([problem.status, problem.fields?.[0]?.path]).toEqual([400, 'days']);
  expect(must(await portal.call<HolidayView[]>(null, 'GET', `/api/reference/holidays?year=${year}`), 200)).toEqual(kept);

  await query(`DELETE FROM holiday WHERE date >= make_date($1, 1, 1)`, [year]);
  await portal.running.calendar.reload(portal.running.source);
  expect((await read()).details.flatMap(({ lanes }) => lanes.flatMap(({ uncertainYears }) => uncertainYears))).toContain(year);
  const gaps = must(await portal.call<CalendarGap[]>('admin', 'GET', '/api/reference/holidays/gaps'), 200);
  expect(gaps.find((gap) => gap.year === year)).toMatchObject({ clocks: expect.any(Number), firstDueAt: expect.any(String) });
  must(await portal.call('admin', 'PUT', `/api/reference/holidays?year=${year}`, { days: kept }), 200);
  await portal.running.calendar.reload(portal.running.source);
  expect(must(await portal.call<CalendarGap[]>('admin', 'GET', '/api/reference/holidays/gaps'), 200).filter((gap) => gap.year === year)).toEqual([]);
});
