import type { OutboxRow } from '@anuyat/outbox';
import type { PersonActor } from '@anuyat/contract';
import { uuidv7 } from 'uuidv7';
import { approveCard, carryOut, deskOfficer, reader, refuse, send, startTestRegistrar, stranger, submitCard, vaultOfficer, type TestRegistrar, ask } from '@anuyat/registrar/testing';
import { markNoticesRead, readNotices } from './notice-board';
import { NoticeWriter } from './notice-writer';
import { markStaffNoticesRead, readStaffNotices } from './staff-board';
import { StaffTeller } from './staff-teller';

let running: TestRegistrar;
let writer: NoticeWriter;

beforeAll(async () => {
  running = await startTestRegistrar('notices-spec');
  writer = new NoticeWriter(running.library);
});
afterEach(() => running.source.query(`DELETE FROM notice`));
afterAll(() => running.close());

const portal = { kind: 'portal', job: 'spec' } as const;
const items = [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }];

/** What the reader was told, oldest first. */
async function told(): Promise<string[]> {
  await carryOut(running, [writer]);
  return (await readNotices(running.source, reader.accountId)).map(({ title }) => title.en).toReversed();
}

describe('the applicant is told', () => {
  it('what is asked, when somebody comes to look, that the fee is due, and that it is issued', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    await approveCard(running, id);
    await send(running, id, 'fee.paid', portal, { data: {} });
    await send(running, id, 'licence.issued', portal, { data: {} });
    expect(await told()).toEqual([
      'Lending desk asks you something about: Library card',
      'Rare books room has arranged an inspection: Library card',
      'The fee is due: Library card',
      'Issued: Library card',
    ]);
    const [newest] = await readNotices(running.source, reader.accountId);
    expect(newest).toMatchObject({ kind: 'issued', title: { th: 'ออกเอกสารแล้ว: บัตรห้องสมุด' }, readAt: null });
  });

  it.each([
    ['refused', 'Refused: Library card', async (id: string) => {
      await send(running, id, 'desk.accepted', deskOfficer);
      await refuse(running, id, 'desk', deskOfficer);
    }],
    ['withdrawn', 'Withdrawn: Library card', (id: string) => send(running, id, 'withdrawn', reader)],
  ] as const)('how it ended when it was %s', async (_, sentence, end) => {
    const id = await submitCard(running);
    await end(id);
    expect((await told()).at(-1)).toEqual(sentence);
  });

  it('that the application was returned when a question was not answered in time', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await send(running, id, 'desk.lapsed', portal);
    expect(await told()).toEqual(['Lending desk asks you something about: Library card', 'Returned to you: Library card']);
  });

  it('of a new appointment as well as of the first', async () => {
    const id = await submitCard(running);
    await send(running, id, 'vault.accepted', vaultOfficer);
    for (const day of ['01', '02']) await send(running, id, 'vault.inspectionPlanned', vaultOfficer, { data: { plannedFor: `2026-12-${day}T03:00:00Z` } });
    expect(await told()).toHaveLength(2);
  });
});

describe('a notice', () => {
  it('is written once, however often its job is delivered, and stands at the time of what happened', async () => {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await send(running, id, 'withdrawn', reader);
    const [rows]: [OutboxRow[], number] = await running.source.query(
      `DELETE FROM outbox WHERE application_id = $1 AND effect = ANY($2) RETURNING id, application_id AS "applicationId", case_id AS "caseId", revision, effect, params, queue`,
      [id, writer.effects],
    );
    const lastFirst = rows.toSorted((a, b) => b.revision - a.revision);
    for (const row of [...lastFirst, ...rows]) await running.source.transaction((tx) => writer.perform(tx, row));
    const notices = await readNotices(running.source, reader.accountId);
    const history: { at: Date }[] = await running.source.query(`SELECT at FROM history WHERE application_id = $1 AND revision > 1 ORDER BY revision DESC`, [id]);
    expect(notices.map(({ kind, at }) => [kind, at])).toEqual([['withdrawn', history[0]?.at.toISOString()], ['question', history[1]?.at.toISOString()]]);
  });

  it('that has no words fails loudly', async () => {
    const id = await submitCard(running);
    const row = { id, applicationId: id, caseId: id, revision: 1, effect: 'tell', params: { notice: 'toString' }, queue: 'notices' };
    await expect(running.source.transaction((tx) => writer.perform(tx, row))).rejects.toThrow('no words');
  });

  it('is seen by its own applicant only, and read when they say so', async () => {
    const id = await submitCard(running);
    await send(running, id, 'withdrawn', reader);
    await told();
    expect(await readNotices(running.source, stranger.accountId)).toEqual([]);
    await running.source.transaction((tx) => markNoticesRead(tx, stranger.accountId));
    expect((await readNotices(running.source, reader.accountId)).map(({ readAt }) => readAt)).toEqual([null]);
    await running.source.transaction((tx) => markNoticesRead(tx, reader.accountId));
    const [first] = await readNotices(running.source, reader.accountId);
    await running.source.transaction((tx) => markNoticesRead(tx, reader.accountId));
    expect(await readNotices(running.source, reader.accountId)).toEqual([{ ...first, readAt: expect.any(String) }]);
  });
});

describe('the supervisors of an office are told', () => {
  const office = 'bma-1039-registry';
  const demand = { items, ground: 'new-facts', reason: 'ข้อเท็จจริงใหม่' };
  const [first, second, keeper, administrator] = ['71', '72', '73', '74'].map((end) => `${end}111111-1111-4111-8111-111111111111`) as [string, string, string, string];
  const supervise = (account: string) => running.source.query(`INSERT INTO office_membership (account_id, office, permissions) VALUES ($1, $2, '{review,supervise}')`, [account, office]);
  const endAll = () => running.source.query(`UPDATE office_membership SET valid_until = now() WHERE valid_until IS NULL`);
  const kindsOf = async (account: string) => (await readStaffNotices(running.source, account, [office])).map(({ kind }) => kind);

  beforeAll(async () => {
    for (const id of [first, second, keeper, administrator, deskOfficer.accountId]) {
      await running.source.query(`INSERT INTO account (id, issuer, subject, name_th, name_en) VALUES ($1, 'spec', $2, 'คน', 'Person')`, [id, id]);
    }
    await running.source.query(`INSERT INTO account_role (account_id, role) VALUES ($1, 'admin')`, [administrator]);
  });
  afterEach(endAll);

  /** A second demand of the desk that waits, and the effect that tells of it. */
  async function demanded(by: PersonActor = deskOfficer): Promise<string> {
    const id = await submitCard(running);
    await ask(running, id, 'desk', deskOfficer, { data: { items } });
    await send(running, id, 'desk.answered', reader, { data: { changes: { 'reader.age': 31 } } });
    await send(running, id, 'desk.demanded', by, { data: demand });
    return id;
  }
  async function tell(id: string, notice = 'demand-waits'): Promise<void> {
    await running.source.query(
      `INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) SELECT $1, id, case_id, revision, 'tellStaff', $3, 'notices' FROM application WHERE id = $2`,
      [uuidv7(), id, JSON.stringify({ notice, lane: 'desk' })],
    );
    await carryOut(running, [new StaffTeller(running.library)]);
  }

  it('of a demand that waits for them, each once; neither the proposer, nor the applicant, who sees nothing of it', async () => {
    for (const account of [first, second, deskOfficer.accountId]) await supervise(account);
    const id = await demanded();
    await tell(id);
    await tell(id);
    expect([await kindsOf(first), await kindsOf(second), await kindsOf(deskOfficer.accountId)]).toEqual([['demand-waits'], ['demand-waits'], []]);
    expect((await readNotices(running.source, first))).toEqual([]);
    const [notice] = await readStaffNotices(running.source, first, [office]);
    expect(notice).toMatchObject({ title: { en: 'Lending desk wants to ask a second time and waits for your consent: Library card' }, taskId: null, readAt: null });
    await running.source.transaction((tx) => markStaffNoticesRead(tx, first));
    expect((await readStaffNotices(running.source, first, [])).map(({ readAt }) => readAt !== null)).toEqual([true]);
    expect((await readStaffNotices(running.source, second, [])).map(({ readAt }) => readAt)).toEqual([null]);
  });

  it('who stands in for an absent one too, but nobody by the right of who proposed', async () => {
    await supervise(first);
    await supervise(deskOfficer.accountId);
    const cover = `INSERT INTO absence_cover (id, absent, stand_in, agency, valid_from, valid_until, named_by) VALUES (gen_random_uuid(), $1, $2, 'bma', now() - interval '1 day', now() + interval '1 day', $1)`;
    await running.source.query(cover, [first, second]);
    await running.source.query(cover, [deskOfficer.accountId, keeper]);
    await tell(await demanded());
    await running.source.query(`UPDATE absence_cover SET valid_until = now()`);
    expect([await kindsOf(first), await kindsOf(second), await kindsOf(keeper)]).toEqual([['demand-waits'], ['demand-waits'], []]);
  });

  it('of nothing once somebody has consented', async () => {
    await supervise(first);
    const id = await demanded();
    const [{ revision }] = await running.source.query(`SELECT revision FROM application WHERE id = $1`, [id]);
    await send(running, id, 'desk.demandDeclined', { ...deskOfficer, accountId: first, offices: [{ code: office, permissions: ['supervise'] }] }, { data: { note: 'ไม่มีเหตุ' } });
    await running.source.query(`INSERT INTO outbox (id, application_id, case_id, revision, effect, params, queue) SELECT $1, id, case_id, $3, 'tellStaff', '{"notice": "demand-waits", "lane": "desk"}', 'notices' FROM application WHERE id = $2`, [uuidv7(), id, revision]);
    await carryOut(running, [new StaffTeller(running.library)]);
    expect(await kindsOf(first)).toEqual([]);
  });

  it('and where the office has none, who looks after the agency’s people; where nobody does, the portal’s administrators', async () => {
    const id = await demanded();
    await tell(id);
    expect(await kindsOf(administrator)).toEqual(['unsupervised-demand']);
    await running.source.query(`INSERT INTO agency_administrator (account_id, agency) VALUES ($1, 'bma')`, [keeper]);
    const other = await demanded();
    await tell(other);
    await tell(other, 'task-late');
    expect(await kindsOf(keeper)).toEqual(expect.arrayContaining(['unsupervised-demand', 'unsupervised-task']));
    expect(await kindsOf(administrator)).toHaveLength(1);
    expect((await readStaffNotices(running.source, keeper, []))[0]?.title.th).toMatch(/โปรดให้สิทธิกำกับดูแลแก่เจ้าหน้าที่: บัตรห้องสมุด$/);
  });
});

it('a notice that a licence has to be changed leads to the licence’s own page, its holder’s alone', async () => {
  const id = await submitCard(running);
  await approveCard(running, id);
  await running.source.query(
    `INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, place_th, place_en, issued_on, valid_from, status, paper_key)
     SELECT 'LC-1', id, case_id, account_id, code, version, 'bma-1039-registry', 'สมหญิง', 'ที่นี่', 'Here', '2026-01-01', '2026-01-01', 'valid', 'k' FROM application WHERE id = $1`, [id]);
  await running.source.query(
    `INSERT INTO licence_edition (number, edition, why, by_application, account_id, holder, place_th, place_en, valid_from, paper_key) SELECT number, 1, 'issued', application_id, account_id, holder, place_th, place_en, valid_from, paper_key FROM licence WHERE number = 'LC-1'`);
  const data = { answersRevision: 1, changed: ['reader.name'], documents: [], causedBy: { applicationId: id, lane: 'desk' } };
  await send(running, id, 'licence.outdated', portal, { data });
  await told();
  expect((await readNotices(running.source, reader.accountId))[0]).toMatchObject({ kind: 'licence-outdated', licenceNumber: 'LC-1' });
  await running.source.query(`UPDATE licence SET account_id = $1 WHERE number = 'LC-1'`, [stranger.accountId]);
  expect((await readNotices(running.source, reader.accountId))[0]).toMatchObject({ licenceNumber: null });
});
