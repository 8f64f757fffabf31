import { ask, carryOut, deskOfficer, send, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { bangkokDate } from '@anuyat/dictionary';
import { DelayList } from './delay-list';
import { DelayRegister } from './delay-register';
import { Timekeeper } from './timekeeper';

let running: TestRegistrar;
let timekeeper: Timekeeper;
const failures: Error[] = [];

beforeAll(async () => {
  running = await startTestRegistrar('delays-spec');
  timekeeper = new Timekeeper(running.source, running.registrar, (error) => failures.push(error));
});
afterEach(() => {
  expect(failures).toEqual([]);
});
afterAll(() => running.close());

async function ring(id: string, name: string): Promise<void> {
  await running.source.query(`UPDATE timer SET due_at = now() - interval '1 second' WHERE application_id = $1 AND name = $2`, [id, name]);
  expect(await timekeeper.ring()).toBe(1);
}

/** A card whose desk is late, and what waits for its notice. */
async function lateCard(): Promise<string> {
  const id = await submitCard(running);
  await ring(id, 'desk.due');
  return id;
}

async function notices(id: string): Promise<{ round: number; reason: string | null }[]> {
  await carryOut(running, [new DelayRegister()]);
  return running.source.query(`SELECT round, reason FROM delay_notice WHERE application_id = $1 ORDER BY round`, [id]);
}

async function noticeClock(id: string): Promise<{ due: string; today: string; hour: string; isStopped: boolean }> {
  const [row] = await running.source.query(
    `SELECT to_char(due_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS due, to_char(due_at AT TIME ZONE 'Asia/Bangkok', 'HH24:MI') AS hour,
            to_char(now() AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS today, stopped_at IS NOT NULL AS "isStopped" FROM timer WHERE application_id = $1 AND name = 'desk.due.notice'`,
    [id],
  );
  return row;
}

const reason = 'รอผลตรวจจากห้องปฏิบัติการ';
const explain = (id: string, text = reason) => send(running, id, 'desk.delayExplained', deskOfficer, { data: { reason: text, expectedOn: '2026-12-20' } });

describe('an office that is late', () => {
  it('owes a notice on the very day, whatever day that is', async () => {
    const id = await lateCard();
    const clock = await noticeClock(id);
    expect(clock).toMatchObject({ due: clock.today, hour: '23:59', isStopped: false });
  });

  it('owes the next after seven days, and so on until it is done; each is entered once', async () => {
    const id = await lateCard();
    await explain(id);
    await ring(id, 'desk.due.notice');
    const { due, hour } = await noticeClock(id);
    const inAWeek = bangkokDate(new Date(Date.now() + 7 * 86_400_000));
    expect({ due, hour }).toEqual({ due: inAWeek, hour: '23:59' });
    await explain(id, 'รอผลตรวจรอบสอง');
    await ring(id, 'desk.due.notice');
    await ring(id, 'desk.due.notice');
    expect(await notices(id)).toEqual([{ round: 1, reason }, { round: 2, reason: 'รอผลตรวจรอบสอง' }, { round: 3, reason: null }]);
    await send(running, id, 'desk.accepted', deskOfficer);
    await send(running, id, 'desk.approved', deskOfficer);
    expect((await noticeClock(id)).isStopped).toBe(true);
  });

  it('may explain itself before it is late', async () => {
    const id = await submitCard(running);
    await explain(id);
    await ring(id, 'desk.due');
    await ring(id, 'desk.due.notice');
    expect(await notices(id)).toEqual([{ round: 1, reason }]);
  });

  it('that explains nothing has that said of it: the notice goes out all the same', async () => {
    const id = await lateCard();
    await ring(id, 'desk.due.notice');
    expect(await notices(id)).toEqual([{ round: 1, reason: null }]);
    const list = await new DelayList(running.source, running.library).page(undefined, 100);
    expect(list.items[0]).toMatchObject({ reason: null, reasonBy: null, round: 1, licence: { title: { en: 'Library card' } }, lane: { en: 'Lending desk' } });
    expect(list.counts.withoutReason).toBeGreaterThan(0);
    const owed = await running.source.query(`SELECT count(*)::int AS late FROM timer WHERE name LIKE '%.due.notice' AND stopped_at IS NULL AND fired_at IS NULL`);
    expect([list.counts.lateNow, list.counts.nextDueAt]).toEqual([owed[0].late, expect.any(String)]);
    expect(list.offices).toMatchObject([{ office: { code: 'bma-1039-registry' }, sent: list.items.length, withoutReason: list.counts.withoutReason, lateNow: list.counts.lateNow }]);
  });

  it('owes nothing more while the applicant is asked, for its time does not run', async () => {
    const id = await lateCard();
    await ask(running, id, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    expect((await noticeClock(id)).isStopped).toBe(true);
  });
});

describe('the register of delays', () => {
  it('can be neither changed nor thinned by the running role', async () => {
    await expect(running.source.query(`DELETE FROM delay_notice`)).rejects.toThrow('permission denied');
    await expect(running.source.query(`UPDATE delay_notice SET reason = NULL`)).rejects.toThrow('permission denied');
  });

  it('has pages that follow each other, and a month that is whole', async () => {
    const list = new DelayList(running.source, running.library);
    const all = await list.page(undefined, 100);
    const first = await list.page(undefined, 2);
    const rest = await list.page(first.next ?? undefined, 100);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    const month = bangkokDate(new Date()).slice(0, 7);
    expect((await list.ofMonth(month)).length).toBe(all.items.length);
    expect(await list.ofMonth('2020-01')).toEqual([]);
  });
});
