import type { MonitoredApplication, PersonActor } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { createDataSource, readFor } from '@anuyat/database';
import { estates, zones } from '@anuyat/dictionary/reference';
import { approveCard, deskOfficer, reader, refuse, send, startTestRegistrar, submitCase, vaultOfficer, type CardCase, type TestRegistrar, ask } from '@anuyat/registrar/testing';
import { monitorPage, type MonitorFilter } from './monitor-query';
import { Watchtower } from './watchtower';

let running: TestRegistrar;
let tower: Watchtower;

const monitorOf = (...territories: string[]): PersonActor => ({ ...reader, accountId: '77777777-7777-4777-8777-777777777777', roles: ['monitor'], territories });
const everything = monitorOf('*');
const laemChabang = monitorOf('laem-chabang');

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}

beforeAll(async () => {
  running = await startTestRegistrar('watchtower-spec');
  tower = new Watchtower(running);
});
afterAll(() => running.close());

const clear = () => running.source.query(`UPDATE application SET estate = NULL, zone = NULL`);

async function submitIn(where: CardCase): Promise<string> {
  const { opened } = await submitCase(running, undefined, 1, where);
  return opened[0]?.applicationId ?? '';
}

/** Moves a lane's time limit into the past, as if so much time had gone by. */
async function makeLate(id: string, name = 'desk.due'): Promise<void> {
  await running.source.query(`UPDATE timer SET due_at = now() - interval '1 day' WHERE application_id = $1 AND name = $2`, [id, name]);
}

const ring = (id: string, name = 'desk.due', event = 'desk.overdue') => send(running, id, event, { kind: 'portal', job: 'timekeeper' }, { timer: { name, setByRevision: 1 } });
const listed = async (monitor: PersonActor, filter: MonitorFilter = {}) => (await tower.list(monitor, filter)).items.map(({ id }) => id);
const countsOf = async (monitor: PersonActor, code: string) => (await tower.overview(monitor)).estates.find((estate) => estate.code === code)?.counts;

describe('the overview', () => {
  afterEach(clear);

  it('counts by estate, zone, licence and state, and an application in both once in the total', async () => {
    const both = await submitIn({ estate: 'amata-city-rayong', zone: zones[0]?.code ?? '' });
    await submitIn({ estate: 'laem-chabang' });
    const asked = await submitIn({ estate: 'laem-chabang' });
    await submitIn({});
    await ask(running, asked, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    const overview = await tower.overview(everything);
    expect(overview.totals).toEqual({ byStatus: { 'in-review': 2, 'awaiting-answer': 1 }, total: 3, overdue: 0 });
    expect(overview.licences).toEqual([{ code: 'library-card', title: { th: 'บัตรห้องสมุด', en: 'Library card' }, counts: overview.totals }]);
    const counted = overview.estates.filter(({ counts }) => counts.total > 0).map(({ code, counts }) => [code, counts.total]);
    expect(Object.fromEntries(counted)).toEqual({ 'amata-city-rayong': 1, [zones[0]?.code ?? '']: 1, 'laem-chabang': 2 });
    expect(await listed(everything)).toContain(both);
  });

  it('counts second demands by office and licence, in the monitor’s territories only', async () => {
    const there = await submitCase(running, undefined, 1, { estate: 'laem-chabang' });
    const elsewhere = await submitCase(running, undefined, 1, { estate: 'amata-city-rayong' });
    const tell = (of: typeof there, position: number, isSecond: boolean, ...lanes: string[]) => running.source.query(
      `INSERT INTO defect_notice (id, case_id, number, position, is_second, parts, sent_at, answer_by) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now())`,
      [of.caseId, `${of.caseId}-${position}`, position, isSecond, JSON.stringify(lanes.map((lane) => ({ applicationId: of.opened[0]?.applicationId, lane })))],
    );
    await tell(there, 1, false, 'desk', 'vault');
    await tell(there, 2, true, 'desk');
    await tell(there, 3, true, 'desk', 'vault');
    await tell(elsewhere, 1, true, 'vault');
    const counted = async (monitor: PersonActor) => (await tower.overview(monitor)).secondDemands.map(({ code, total }) => [code, total]);
    expect(await counted(laemChabang)).toEqual([['library-card', 2], ['library-card', 1]]);
    expect((await counted(everything)).reduce((sum, [, total]) => sum + Number(total), 0)).toBe(4);
  });

  it('shows every estate and zone of the territory, also those without applications', async () => {
    expect((await tower.overview(everything)).estates).toHaveLength(estates.length + zones.length);
    const [own, ...others] = (await tower.overview(laemChabang)).estates;
    expect(others).toEqual([]);
    expect(own).toMatchObject({ code: 'laem-chabang', kind: 'estate', position: { lat: expect.any(Number), lon: expect.any(Number) }, counts: { byStatus: {}, total: 0, overdue: 0 } });
  });

  it('counts as overdue what an office has not done in time, from the moment that the clock says', async () => {
    const id = await submitIn({ estate: 'laem-chabang' });
    await makeLate(id);
    expect((await countsOf(laemChabang, 'laem-chabang'))?.overdue).toBe(1);
    await ring(id);
    expect((await countsOf(laemChabang, 'laem-chabang'))?.overdue).toBe(1);
    const asReader = async (...territories: string[]) => readFor({ accountId: reader.accountId.replace(/^./, 'f'), offices: [], territories, companies: [] }, () => countsOf(everything, 'laem-chabang'));
    expect((await asReader('laem-chabang', ...estates.map(({ code }) => code), ...zones.map(({ code }) => code)))?.overdue).toBe(1);
    expect((await asReader('*'))?.overdue).toBe(1);
    expect(await asReader('wellgrow')).toMatchObject({ total: 0, overdue: 0 });
  });

  it('no longer counts as overdue what was late and is decided, waits for the applicant, or has ended', async () => {
    const ids = [];
    for (let n = 0; n < 3; n++) ids.push(await submitIn({ estate: 'laem-chabang' }));
    const [decided = '', asked = '', ended = ''] = ids;
    for (const id of ids) {
      await makeLate(id);
      await ring(id);
    }
    expect((await countsOf(laemChabang, 'laem-chabang'))?.overdue).toBe(3);
    await send(running, decided, 'desk.accepted', deskOfficer);
    await send(running, decided, 'desk.approved', deskOfficer);
    await ask(running, asked, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    await send(running, ended, 'withdrawn', reader);
    expect((await countsOf(laemChabang, 'laem-chabang'))?.overdue).toBe(0);
    expect(await listed(laemChabang, { overdue: true })).toEqual([]);
    await makeLate(asked, 'desk.answer');
    expect((await countsOf(laemChabang, 'laem-chabang'))?.overdue).toBe(0);
  });
});

describe('the list', () => {
  afterEach(clear);

  it('can be narrowed by territory, licence, state, lateness and words', async () => {
    const late = await submitIn({ estate: 'laem-chabang', businessName: 'โรงงาน 100% ไทย' });
    const paying = await submitIn({ estate: 'amata-city-rayong', businessName: 'Example Parts' });
    await makeLate(late);
    await approveCard(running, paying);
    expect(await listed(everything, {})).toEqual([paying, late]);
    expect(await listed(everything, { territory: 'laem-chabang' })).toEqual([late]);
    expect(await listed(everything, { status: 'awaiting-payment' })).toEqual([paying]);
    expect(await listed(everything, { overdue: true })).toEqual([late]);
    expect(await listed(everything, { licence: 'library-card' })).toEqual([paying, late]);
    expect(await listed(everything, { licence: 'signboard-tax' })).toEqual([]);
    expect(await listed(everything, { q: 'example' })).toEqual([paying]);
    expect(await listed(everything, { q: '100%' })).toEqual([late]);
    expect(await listed(everything, { q: '%' })).toEqual([late]);
  });

  it('says what is due, whether it is late, and where it is', async () => {
    const id = await submitIn({ estate: 'laem-chabang', zone: 'nowhere-of-theirs' });
    await makeLate(id);
    const [item] = (await tower.list(laemChabang, {})).items;
    expect(item).toMatchObject({ id, isOverdue: true, status: 'in-review', licence: { title: { en: 'Library card' } }, businessName: 'ร้านหนังสือ', territory: { code: 'laem-chabang', title: { en: expect.any(String) } } });
    const { dueAt, isOverdue } = await tower.get(laemChabang, id);
    expect({ dueAt, isOverdue }).toEqual({ dueAt: item?.dueAt, isOverdue: item?.isOverdue });
  });

  it.each([1, 2, 5])('of %d a page has no gap and no double', async (limit) => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await submitIn({ estate: 'laem-chabang' }));
    const seen: MonitoredApplication[] = [];
    let after: string | null = null;
    do {
      const page = await tower.list(laemChabang, { limit, ...(after ? { after } : {}) });
      seen.push(...page.items);
      after = page.next;
    } while (after);
    expect(seen.map(({ id }) => id)).toEqual(ids.toReversed());
  });
});

describe('among thousands of applications, a page', () => {
  const limit = 26;
  const codes = ['laem-chabang', 'map-ta-phut', 'amata-city-rayong', 'amata-city-chonburi', ...zones.slice(0, 2).map(({ code }) => code)];

  beforeAll(async () => {
    const [model] = (await submitCase(running)).opened;
    await running.source.query(
      `INSERT INTO application (id, case_id, code, version, revision, state, status, offices, account_id, estate, zone, last_hash, submitted_at, received_at_legal, moved_at)
       SELECT gen_random_uuid(), case_id, code, version, revision, state, status, offices, account_id, CASE WHEN n % 2 = 0 THEN ($2::text[])[1 + n % $3] END,
              CASE WHEN n % 3 = 0 THEN ($2::text[])[1 + n % $3] END, last_hash, submitted_at, received_at_legal, moved_at
         FROM application, generate_series(1, 6000) AS n WHERE id = $1`,
      [model?.applicationId, codes, codes.length],
    );
    const owner = await createDataSource(running.database.ownerUrl, 'watchtower-spec-owner').initialize();
    await owner.query(`ANALYZE application`);
    await owner.destroy();
  });
  afterAll(clear);

  it.each<[string, MonitorFilter]>([
    ['of all', {}],
    ['from the middle', { after: 'f0000000-0000-4000-8000-000000000000' }],
    ['of one estate', { territory: 'laem-chabang' }],
  ])('%s is read from the index of each estate and zone, as far as it is long', async (_, filter) => {
    const { text, values } = monitorPage(codes, filter, limit);
    const [row]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await running.source.query(['EXPLAIN (ANALYZE, FORMAT JSON)', text].join(' '), values);
    const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)];
    const nodes = flat(row['QUERY PLAN'][0].Plan);
    expect(nodes.filter((node) => node['Relation Name'] === 'application' && node['Node Type'] === 'Seq Scan')).toEqual([]);
    for (const index of ['application_of_estate', 'application_of_zone']) {
      const scans = nodes.filter((node) => node['Index Name'] === index);
      expect(scans).toHaveLength(1);
      expect(scans.reduce((sum, node) => sum + node['Actual Rows'] * node['Actual Loops'], 0)).toBeLessThanOrEqual(limit * codes.length);
    }
  });
});

describe('a monitor', () => {
  afterEach(clear);

  it('sees nothing of another territory: not in counts, not in the list, not by its id, not by asking for it', async () => {
    const foreign = await submitIn({ estate: 'map-ta-phut' });
    const outside = await submitIn({});
    for (const monitor of [laemChabang, monitorOf()]) {
      expect((await tower.overview(monitor)).totals.total).toBe(0);
      expect(await listed(monitor)).toEqual([]);
      expect(await listed(monitor, { territory: 'map-ta-phut' })).toEqual([]);
      for (const id of [foreign, outside]) await expect(tower.get(monitor, id)).rejects.toEqual(new Refusal('not-found'));
    }
    await expect(tower.get(everything, outside)).rejects.toEqual(new Refusal('not-found'));
  });

  it('reads an application with its lanes, map and history, and may do nothing in it', async () => {
    const id = await submitIn({ estate: 'laem-chabang' });
    await send(running, id, 'vault.accepted', vaultOfficer);
    const { application, lanesMap, history } = await tower.get(laemChabang, id);
    expect(application.may).toEqual([]);
    expect(application.lanes.map(({ id: lane, state }) => [lane, state])).toEqual([['desk', 'checking'], ['vault', 'planning']]);
    expect(lanesMap.lines).toHaveLength(3);
    expect(history.map(({ what }) => what.en)).toEqual(['File found complete', 'Application submitted']);
  });

  it('reads no personal fact, no name of the applicant and no word that was written', async () => {
    const facts = { reader: { name: 'สมหญิง', age: 30 }, wish: { rareBooks: 3, purpose: 'study', thesis: 'ตำรายา' } };
    const { opened } = await submitCase(running, facts, 1, { estate: 'laem-chabang' });
    const id = opened[0]?.applicationId ?? '';
    await ask(running, id, 'desk', deskOfficer, { data: { note: 'ถามผู้อ่าน', items: [{ kind: 'fact', target: 'reader.age', message: 'อายุไม่ตรง' }] } });
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 }, note: 'แก้แล้ว' } });
    await send(running, id, 'desk.accepted', deskOfficer);
    await refuse(running, id, 'desk', deskOfficer, { facts: 'ข้อเท็จจริงลับ', law: 'ข้อกฎหมาย', considerations: 'ดุลพินิจ' });
    const told = JSON.stringify([await tower.get(laemChabang, id), await tower.list(laemChabang, {})]);
    for (const secret of ['สมหญิง', reader.name.th, reader.name.en, reader.accountId, 'ตำรายา', 'ถามผู้อ่าน', 'อายุไม่ตรง', 'แก้แล้ว', 'ข้อเท็จจริงลับ', 'ข้อกฎหมาย', 'ดุลพินิจ']) expect(told).not.toContain(secret);
    expect((await tower.get(laemChabang, id)).history.map(({ by }) => by.en)).toEqual(['Desk', 'Anuyat', 'Desk', 'Desk', 'The applicant', 'Anuyat', 'Desk', 'The applicant']);
  });
});
