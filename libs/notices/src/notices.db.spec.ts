import type { OutboxRow } from '@anuyat/outbox';
import { approveCard, carryOut, deskOfficer, reader, refuse, send, startTestRegistrar, stranger, submitCard, vaultOfficer, type TestRegistrar, ask } from '@anuyat/registrar/testing';
import { markNoticesRead, readNotices } from './notice-board';
import { NoticeWriter } from './notice-writer';

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
