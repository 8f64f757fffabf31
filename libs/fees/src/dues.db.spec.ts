import { addCalendarDays, bangkokDate } from '@anuyat/dictionary';
import { lifeOf, monthsBefore } from '@anuyat/licence-kit';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { openApplications, readDossiers, timelineOf, verifyHistory } from '@anuyat/registrar';
import { clientOf } from '@anuyat/database';
import { approveCard, carryOut, reader, startTestRegistrar, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { ArrearsClerk } from './arrears-clerk';
import { BillClerk } from './bill-clerk';
import { readBills } from './bills';
import { Cashier } from './cashier';
import { DuesClerk } from './dues-clerk';
import { paymentOf, type BillRow } from './testing/billed';

const source = { from: 'the spec', isVerified: true, effectiveFrom: '2026-01-01' };
const portal = { kind: 'portal', job: 'spec' } as const;
const VERSION = 7;
/** A version that said nothing of a yearly fee. */
const OLD_VERSION = 6;

let running: TestRegistrar;
let dues: DuesClerk;
let arrears: ArrearsClerk;

beforeAll(async () => {
  running = await startTestRegistrar('dues-spec');
  const card = libraryCard();
  const definition = {
    ...card,
    version: VERSION,
    fees: [...card.fees, { code: 'late', when: 'filing.late = true', amount: '4', range: { min: 0, max: 4 }, source }],
    life: {
      annual: {
        fees: [{ code: 'year', amount: 'if wish.rareBooks = 7 then 100 / 7 else if wish.rareBooks > 0 then 90 * wish.rareBooks else 0', range: { min: 0, max: 900 }, source }],
        billedDaysBefore: 60, late: { percent: 5, per: 'month' as const, source }, unpaid: { source }, source,
      },
    },
    texts: { th: { ...card.texts.th, 'fees.year': 'รายปี', 'fees.late': 'เงินเพิ่ม', 'annual.unpaid': 'สั่งหยุดได้' }, en: { ...card.texts.en, 'fees.year': 'Yearly', 'fees.late': 'Surcharge', 'annual.unpaid': 'It may be stopped.' } },
  };
  await running.source.transaction(async (tx) => {
    const old = { ...card, version: OLD_VERSION };
    await running.library.publish(tx, 'licence', old);
    await running.library.publish(tx, 'life', lifeOf(old));
    await running.library.publish(tx, 'licence', definition);
    await running.library.publish(tx, 'life', lifeOf(definition));
  });
  dues = new DuesClerk(running.library, running.registrar, running.calendar);
  arrears = new ArrearsClerk(running.library, running.registrar);
});
afterAll(() => running.close());

/** A licence without an end that holds from today, and its life. */
async function living(rareBooks: number, version = VERSION): Promise<{ id: string; number: string; from: string }> {
  const { opened, caseId } = await submitCase(running);
  const application = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE case_file SET answers = jsonb_set(answers, '{wish,rareBooks}', $2::text::jsonb) WHERE id = $1`, [caseId, String(rareBooks)]);
  const number = `LC-${application.slice(-8)}`;
  const from = bangkokDate(new Date());
  await running.source.query(
    `INSERT INTO licence (number, application_id, case_id, account_id, code, version, office, holder, place_th, place_en, issued_on, valid_from, status, paper_key)
     VALUES ($1, $2, $3, $4, 'library-card', $5, 'bma-1039-registry', 'สมหญิง', 'ที่นี่', 'Here', $6, $6, 'valid', 'k')`,
    [number, application, caseId, reader.accountId, version, from],
  );
  const [id] = await running.source.transaction(async (tx) => {
    const now = new Date();
    await openApplications(
      await clientOf(tx), running.library, running.calendar,
      { caseId, accountId: reader.accountId, answers: {}, place: {}, filedOn: from, estate: null, zone: null, submittedAt: now, receivedAtLegal: now, actor: portal },
      [{ code: 'library-card:life', version, number, offices: { register: { office: 'bma-1039-registry', agency: 'bma', because: { th: '', en: '' } } }, data: { number, validFrom: from }, lifeOf: number }],
    );
    const [life]: { id: string }[] = await tx.query(`SELECT id FROM application WHERE life_of = $1`, [number]);
    return [life?.id ?? ''];
  });
  return { id: id ?? '', number, from };
}

const at = (day: string): Date => new Date(`${day}T10:00:00+07:00`);
/** As the law counts: of a 29 February, the last day of February. */
const yearsAfter = (day: string, years: number): string => monthsBefore(day, -12 * years);
const daysAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const billsOf = (id: string): Promise<(BillRow & { kind: string; lines: unknown })[]> => running.source.query(`SELECT * FROM bill WHERE application_id = $1 ORDER BY created_at, id`, [id]);
const eventsOf = async (id: string): Promise<string[]> => (await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision`, [id])).map(({ type }: { type: string }) => type);

describe('a fee that is owed every year', () => {
  it('is billed ahead of its day, once, and paid as any other', async () => {
    const { id, from } = await living(5);
    const day = yearsAfter(from, 1);
    await dues.bill(running.source, at(daysAfter(day, -61)));
    expect(await billsOf(id)).toEqual([]);
    await dues.bill(running.source, at(daysAfter(day, -60)));
    await dues.bill(running.source, at(daysAfter(day, -59)));
    const bills = await billsOf(id);
    expect(bills).toMatchObject([{ kind: 'annual', status: 'due', total: 45_000, lines: [{ code: 'year', satang: 45_000 }], ref1: expect.stringMatching(/^YF\d{10}$/) }]);
    const cashier = new Cashier(running.source, running.registrar);
    expect(await cashier.receive(paymentOf(bills[0] as BillRow))).toBe('matched');
    expect((await eventsOf(id)).slice(-2)).toEqual(['annual.billed', 'annual.paid']);
    expect(await verifyHistory(running.source, id, running.library.getLicence('library-card:life', VERSION))).toBeUndefined();
    await dues.bill(running.source, at(yearsAfter(day, 1)));
    expect((await billsOf(id)).map(({ status }) => status)).toEqual(['paid', 'due']);
  });

  it('grows by its surcharge each month that it is late, in bills that take each other’s place, and the holder is told once', async () => {
    const { id, from } = await living(5);
    const day = addCalendarDays(daysAfter(yearsAfter(from, 1), -1), 1, running.calendar.dates);
    await dues.bill(running.source, at(day));
    expect(await arrears.look(running.source, at(day))).toBe(0);
    await arrears.look(running.source, at(daysAfter(day, 1)));
    await arrears.look(running.source, at(daysAfter(day, 2)));
    await arrears.look(running.source, at(daysAfter(day, 40)));
    const bills = await billsOf(id);
    expect(bills.map(({ status, total }) => [status, total])).toEqual([['cancelled', 45_000], ['cancelled', 47_250], ['due', 49_500]]);
    expect((await eventsOf(id)).slice(-2)).toEqual(['annual.billed', 'annual.overdue']);
    const shown = (await readBills(running.source, running.library, { applicationId: id })).at(-1);
    expect(shown).toMatchObject({ kind: 'annual', yearFrom: yearsAfter(from, 1), late: { percent: 5, per: 'month', times: 2 }, lines: [{ code: 'year' }, { code: 'late', amount: 4_500 }] });
    const cashier = new Cashier(running.source, running.registrar);
    expect(await cashier.receive(paymentOf(bills[0] as BillRow))).toBe('cancelled-bill');
    expect(await cashier.receive(paymentOf(bills[2] as BillRow))).toBe('matched');
  });

  it('is billed to a licence whose life began before its rules knew of it, for anniversaries since they do', async () => {
    const { id, number, from } = await living(5, OLD_VERSION);
    const young = await living(5);
    for (const life of [id, young.id]) await running.source.query(`UPDATE application SET submitted_at = submitted_at - interval '500 days' WHERE id = $1`, [life]);
    for (const licence of [number, young.number]) await running.source.query(`UPDATE licence SET valid_from = valid_from - 400 WHERE number = $1`, [licence]);
    await dues.bill(running.source, at(from));
    expect([await billsOf(id), (await billsOf(young.id)).length]).toEqual([[], 1]);

    const day = yearsAfter(daysAfter(from, -400), 2);
    await dues.bill(running.source, at(day));
    await arrears.look(running.source, at(daysAfter(day, 10)));
    const bills = await billsOf(id);
    expect(bills.map(({ kind, status, total }) => [kind, status, total])).toEqual([['annual', 'cancelled', 45_000], ['annual', 'due', 47_250]]);
    expect((await readBills(running.source, running.library, { applicationId: id })).at(-1)).toMatchObject({ lines: [{ title: { en: 'Yearly' } }, { title: { en: 'Surcharge for late payment' } }], late: { percent: 5, per: 'month', times: 1 } });
    expect(await new Cashier(running.source, running.registrar).receive(paymentOf(bills[1] as BillRow))).toBe('matched');
    expect((await eventsOf(id)).slice(-3)).toEqual(['annual.billed', 'annual.overdue', 'annual.paid']);
    const [billed]: { data: { byVersion: number } }[] = await running.source.query(`SELECT data FROM history WHERE application_id = $1 AND type = 'annual.billed'`, [id]);
    expect(billed?.data.byVersion).toBe(VERSION);
    expect(await verifyHistory(running.source, id, running.library.getLicence('library-card:life', OLD_VERSION))).toBeUndefined();
    expect(timelineOf(await readDossiers(running.source, { ids: [id] }), running.library).map(({ what }) => what.en)).toEqual(expect.arrayContaining(['Yearly fee billed', 'Fee paid']));
  });

  it('that cannot be worked out holds up nobody else’s, is kept as what is stuck, and is billed once when it is mended', async () => {
    const [broken, whole] = [await living(7), await living(5)];
    await running.source.query(`UPDATE application SET submitted_at = submitted_at - interval '400 days' WHERE id = ANY($1)`, [[broken.id, whole.id]]);
    await running.source.query(`UPDATE licence SET valid_from = valid_from - 366 WHERE number = ANY($1)`, [[broken.number, whole.number]]);
    for (const _ of [1, 2]) await dues.bill(running.source, new Date());
    expect([(await billsOf(whole.id)).length, (await billsOf(broken.id)).length]).toEqual([1, 0]);
    await expect(carryOut(running, [dues])).rejects.toThrow('no whole satang');
    expect(await running.source.query(`SELECT effect, code, is_stuck FROM stuck_work WHERE application_id = $1`, [broken.id])).toEqual([{ effect: 'billYear', code: 'fraction-of-a-satang', is_stuck: true }]);
    await running.source.query(`UPDATE case_file SET answers = jsonb_set(answers, '{wish,rareBooks}', '8') WHERE id = (SELECT case_id FROM application WHERE id = $1)`, [broken.id]);
    await carryOut(running, [dues]);
    await dues.bill(running.source, new Date());
    expect((await billsOf(broken.id)).map(({ status, total }) => [status, total])).toEqual([['due', 72_000]]);
  });

  it('has no bill where a year costs nothing', async () => {
    const { id, from } = await living(0);
    await dues.bill(running.source, at(yearsAfter(from, 1)));
    expect(await billsOf(id)).toEqual([]);
  });

  it('that was owed before a licence ended is still taken, and no further year is billed', async () => {
    const { id, from } = await living(5);
    const day = yearsAfter(from, 1);
    await dues.bill(running.source, at(day));
    await running.source.query(`UPDATE application SET state = jsonb_set(state, '{value}', '"licenceCancelled"'), status = 'cancelled' WHERE id = $1`, [id]);
    const [bill] = await billsOf(id);
    expect(await new Cashier(running.source, running.registrar).receive(paymentOf(bill as BillRow))).toBe('matched');
    await dues.bill(running.source, at(yearsAfter(day, 1)));
    expect(await billsOf(id)).toHaveLength(1);
  });
});

it.each([[-1, ['card', 'rare', 'late']], [0, ['card', 'rare']]])('a renewal that is filed where the last day is %d days from today bears what it should', async (days, codes) => {
  const { number, from } = await living(5);
  await running.source.query(
    `INSERT INTO licence_edition (number, edition, why, by_application, account_id, holder, place_th, place_en, valid_from, valid_until, paper_key, at)
     SELECT number, 1, 'issued', application_id, account_id, holder, place_th, place_en, valid_from - 365, $2, paper_key, now() - interval '1 year' FROM licence WHERE number = $1`,
    [number, daysAfter(from, days)],
  );
  const { opened, caseId } = await submitCase(running);
  const id = opened[0]?.applicationId ?? '';
  await running.source.query(`UPDATE case_file SET filing_kind = 'renewal', of_licence = $2, received_at_legal = now() WHERE id = $1`, [caseId, number]);
  await running.source.query(`UPDATE application SET version = $2 WHERE id = $1`, [id, VERSION]);
  await approveCard(running, id);
  await carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar)]);
  expect((await readBills(running.source, running.library, { applicationId: id }))[0]?.lines.map(({ code }) => code)).toEqual(codes);
});
