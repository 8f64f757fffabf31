import { addDays, bangkokDate, isWorkingDay } from '@anuyat/dictionary';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { readApplications, timelineOf, readDossiers, verifyHistory, verifyLedger, type Reception } from '@anuyat/registrar';
import { ask, deskOfficer, send, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { uuidv7 } from 'uuidv7';
import { CalendarClerk } from './calendar-clerk';
import { DelayList } from './delay-list';
import { Timekeeper } from './timekeeper';

let running: TestRegistrar;
const failures: Error[] = [];

beforeAll(async () => {
  running = await startTestRegistrar('calendar-clerk-spec');
});
beforeEach(() => running.source.query(`UPDATE timer SET stopped_at = now() WHERE stopped_at IS NULL`));
afterAll(async () => {
  expect(failures).toEqual([]);
  await running.close();
});

const clerk = (registrar: Pick<TestRegistrar['registrar'], 'receiveMany'> = running.registrar) => new CalendarClerk(running.source, registrar, running.calendar, (error) => failures.push(error));
const title = { th: 'วันหยุดพิเศษ', en: 'Special holiday' };

/** The first day from here on that is a working day, at least so many days ahead. */
function workingDay(ahead: number): string {
  let day = addDays(bangkokDate(new Date()), ahead);
  while (!isWorkingDay(day, running.calendar.dates)) day = addDays(day, 1);
  return day;
}

/** As the administrators' page writes it. */
async function change({ add = [], remove = [] }: { add?: string[]; remove?: string[] }): Promise<void> {
  for (const date of add) await running.source.query(`INSERT INTO holiday (date, title_th, title_en, source) VALUES ($1, $2, $3, 'spec')`, [date, title.th, title.en]);
  await running.source.query(`DELETE FROM holiday WHERE date = ANY($1)`, [remove]);
  const days = (dates: string[]): string => JSON.stringify(dates.map((date) => ({ date, title })));
  await running.source.query(`INSERT INTO holiday_change (id, year, added, removed, actor) VALUES ($1, 2026, $2, $3, '{}')`, [uuidv7(), days(add), days(remove)]);
}

async function dueOf(id: string, name = 'desk.due'): Promise<string> {
  const [row] = await running.source.query(`SELECT to_char(due_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD') AS due FROM timer WHERE application_id = $1 AND name = $2`, [id, name]);
  return row.due;
}

const moves = (id: string): Promise<{ data: { clocks: unknown[]; ground: unknown } }[]> =>
  running.source.query(`SELECT data FROM history WHERE application_id = $1 AND type = 'clocks.shifted' ORDER BY revision`, [id]);

describe('a holiday that is added', () => {
  it('moves what runs over it by a working day, tells which, from when to when and why, and does so once', async () => {
    const id = await submitCard(running);
    const [before, holiday] = [await dueOf(id), workingDay(1)];
    await change({ add: [holiday] });
    expect(await clerk().carry()).toBe(4);
    expect(await clerk().carry()).toBe(0);
    const after = await dueOf(id);
    expect(after > before).toBe(true);
    const [line] = await moves(id);
    expect(line?.data.ground).toEqual({ added: [{ date: holiday, title }], removed: [] });
    expect(line?.data.clocks).toEqual(['desk.due', 'desk.window', 'vault.due', 'vault.window'].map((name) => expect.objectContaining({ name })));
    expect(await moves(id)).toHaveLength(1);
    expect(await verifyHistory(running.source, id, libraryCard())).toBeUndefined();
    expect(await verifyLedger(running.source, id, libraryCard())).toBeUndefined();
    await change({ remove: [holiday] });
    expect(await clerk().carry()).toBe(4);
    expect(await dueOf(id)).toBe(before);
  });

  it('shows in the timeline in both languages', async () => {
    const id = await submitCard(running);
    const holiday = workingDay(1);
    await change({ add: [holiday] });
    await clerk().carry();
    const [entry] = timelineOf(await readDossiers(running.source, { ids: [id] }), running.library);
    expect(entry?.what.en).toMatch(/^Due dates moved: holiday added .*\(Special holiday\); Lending desk: .* → /);
    expect(entry?.what.th).toMatch(/^เลื่อนวันครบกำหนด: เพิ่มวันหยุด .*\(วันหยุดพิเศษ\); เคาน์เตอร์ยืมคืน: .* → /);
    await change({ remove: [holiday] });
    await clerk().carry();
  });

  it('leaves alone what stopped, what rang, and what ends before it', async () => {
    const [asked, late, early] = [await submitCard(running), await submitCard(running), await submitCard(running)];
    await ask(running, asked, 'desk', deskOfficer, { data: { items: [{ kind: 'fact', target: 'reader.age', message: 'ไม่ตรง' }] } });
    await running.source.query(`UPDATE timer SET due_at = now() - interval '1 second' WHERE application_id = $1 AND name LIKE '%.due'`, [late]);
    await new Timekeeper(running.source, running.registrar, (error) => failures.push(error)).ring();
    const before = await Promise.all([dueOf(asked), dueOf(late), dueOf(early)]);
    const far = workingDay(300);
    await change({ add: [far] });
    expect(await clerk().carry()).toBe(0);
    const near = workingDay(1);
    await change({ add: [near] });
    await clerk().carry();
    expect([await dueOf(asked), await dueOf(late)]).toEqual(before.slice(0, 2));
    expect(await dueOf(early) > (before[2] ?? '')).toBe(true);
    await change({ remove: [near, far] });
    await clerk().carry();
  });

  it('reaches everybody though somebody acts at the same moment, and though two workers carry it', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 105; n++) ids.push(await submitCard(running));
    const before = await dueOf(ids[0] ?? '');
    const holiday = workingDay(1);
    await change({ add: [holiday] });
    let isFirst = true;
    const interrupted = {
      receiveMany: async (receptions: readonly Reception[]) => {
        if (isFirst) await send(running, receptions[0]?.applicationId ?? '', 'desk.accepted', deskOfficer);
        isFirst = false;
        return running.registrar.receiveMany(receptions);
      },
    };
    await Promise.all([clerk(interrupted).carry(), clerk().carry()]);
    await clerk().carry();
    const dues = new Set(await Promise.all(ids.map((id) => dueOf(id))));
    expect(dues.size).toBe(1);
    expect(dues.has(before)).toBe(false);
    expect(new Set((await Promise.all(ids.map(moves))).map((lines) => lines.length))).toEqual(new Set([1]));
    await change({ remove: [holiday] });
    await clerk().carry();
  });

  it('is looked at a second time, for a process that had not yet read the new calendar', async () => {
    const holiday = workingDay(1);
    await change({ add: [holiday] });
    await clerk().carry();
    expect(await running.source.query(`SELECT 1 FROM holiday_change WHERE done_at IS NULL AND carried_at IS NOT NULL`)).not.toEqual([]);
    await running.source.query(`UPDATE holiday_change SET at = at - interval '10 minutes'`);
    await clerk().carry();
    expect(await running.source.query(`SELECT 1 FROM holiday_change WHERE done_at IS NULL`)).toEqual([]);
    await change({ remove: [holiday] });
    await clerk().carry();
  });
});

describe('a calendar with a gap', () => {
  it('takes what is filed, holds the clocks that count into it, says so to administrators and to readers, and when it is filled lets them ring and moves the others', async () => {
    const id = await submitCard(running);
    const keeper = new Timekeeper(running.source, running.registrar, (error) => failures.push(error));
    await running.source.query(`UPDATE timer SET due_at = now() - interval '1 second' WHERE application_id = $1 AND name = 'desk.due'`, [id]);
    const kept: { date: string }[] = await running.source.query(`DELETE FROM holiday RETURNING date, title_th, title_en, source`).then(([rows]: [{ date: string }[]]) => rows);
    await running.calendar.reload(running.source);
    expect(await keeper.ring()).toBe(0);
    const gaps = await new DelayList(running.source, running.library).gaps();
    expect(gaps[0]?.clocks).toBeGreaterThan(0);
    const [view] = await readApplications(running, { ids: [id] }, null);
    expect(view?.lanes.find(({ id: lane }) => lane === 'vault')?.uncertainYears.length).toBeGreaterThan(0);
    const filed = await submitCard(running);
    const dueInGap = await dueOf(filed);
    await running.source.query(`INSERT INTO holiday (date, title_th, title_en, source) SELECT date, title_th, title_en, source FROM jsonb_to_recordset($1) AS h (date date, title_th text, title_en text, source text)`, [
      JSON.stringify(kept.map((day) => ({ ...day, date: bangkokDate(new Date(new Date(day.date).getTime() + 43_200_000)) }))),
    ]);
    await running.calendar.reload(running.source);
    expect(await keeper.ring()).toBe(1);
    const filled = kept.map(({ date }) => ({ date: bangkokDate(new Date(new Date(date).getTime() + 43_200_000)), title }));
    await running.source.query(`INSERT INTO holiday_change (id, year, added, removed, actor) VALUES ($1, 2026, $2, '[]', '{}')`, [uuidv7(), JSON.stringify(filled)]);
    await clerk().carry();
    const [{ from, days, unit }] = await running.source.query(`SELECT counts_from AS from, days, unit FROM timer WHERE application_id = $1 AND name = 'desk.due'`, [filed]);
    expect(await dueOf(filed)).toBe(bangkokDate(running.calendar.dueAt(from, days, unit)));
    expect((await dueOf(filed)) >= dueInGap).toBe(true);
    expect(await verifyHistory(running.source, filed, libraryCard())).toBeUndefined();
    expect(await new DelayList(running.source, running.library).gaps()).toEqual([]);
  });
});
