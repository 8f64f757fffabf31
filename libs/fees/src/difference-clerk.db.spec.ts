import { ask, carryOut, deskOfficer, reader, send, startTestRegistrar, submitCase, approveCard, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { verifyHistory } from '@anuyat/registrar';
import { BillClerk } from './bill-clerk';
import { readBills } from './bills';
import { Cashier } from './cashier';
import { DifferenceClerk } from './difference-clerk';
import { FeeReturner } from './fee-returner';
import { bangkokDate } from '@anuyat/dictionary';
import { readRefunds, RefundClerk } from './refunds';
import { readStatement, statementCsv } from './statement';
import { billOf, paymentOf, type BillRow } from './testing/billed';

let running: TestRegistrar;
let cashier: Cashier;

beforeAll(async () => {
  running = await startTestRegistrar('differences-spec');
  cashier = new Cashier(running.source, running.registrar);
});
afterAll(() => running.close());

const work = () => carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar), new DifferenceClerk(running.library), new FeeReturner()]);
const portal = { kind: 'portal', job: 'spec' } as const;
const administrator = { ...deskOfficer, isAdmin: true };
const clerk = () => new RefundClerk(running.source, running.library, running.registrar);
const today = bangkokDate(new Date());
const given = { way: 'transfer' as const, reference: 'โอน 1', on: today };

/** A case of two cards, one of which is paid, 27.50 baht for three rare books, and issued. */
async function paidBesideOpen(): Promise<{ open: string; paid: string }> {
  const { opened } = await submitCase(running, undefined, 2);
  const [open, paid] = opened.map(({ applicationId }) => applicationId) as [string, string];
  await approveCard(running, paid);
  await work();
  await cashier.receive(paymentOf(await billOf(running, paid)));
  await send(running, paid, 'licence.issued', portal);
  return { open, paid };
}

/** The answer to what an office of the open one asked changes how many rare books are wished for. */
async function correct(open: string, rareBooks: number): Promise<void> {
  await ask(running, open, 'vault', vaultOfficer, { data: { items: [{ kind: 'fact', target: 'wish.rareBooks', message: 'กี่เล่ม' }] } });
  await send(running, open, 'vault.answered', reader, { data: { changes: { 'wish.rareBooks': rareBooks } } });
  await work();
}

const billsOf = (id: string): Promise<(BillRow & { kind: string; lines: unknown })[]> => running.source.query(`SELECT * FROM bill WHERE application_id = $1 ORDER BY created_at`, [id]);
const eventsOf = async (id: string): Promise<string[]> => (await running.source.query(`SELECT type FROM history WHERE application_id = $1 ORDER BY revision`, [id])).map(({ type }: { type: string }) => type);
const refundsOf = async (id: string) => running.source.query(`SELECT r.amount, r.paid, r.fee, s.how FROM fee_refund r LEFT JOIN fee_refund_settlement s ON s.refund_id = r.id WHERE r.application_id = $1 ORDER BY r.recorded_at`, [id]);

describe('a fee that a correction changes after it was paid', () => {
  it('is billed for the rest where it rose, and the supplementary bill is paid without moving what was issued', async () => {
    const { open, paid } = await paidBesideOpen();
    await correct(open, 5);
    const [, supplement] = await billsOf(paid);
    expect(supplement).toMatchObject({ kind: 'supplement', status: 'due', total: 500, lines: [{ code: 'rare', satang: 500 }], ref1: expect.stringMatching(/^SB\d{10}$/) });
    expect(await cashier.receive(paymentOf(supplement as BillRow))).toBe('matched');
    expect((await eventsOf(paid)).slice(-3)).toEqual(['fee.raised', 'licence.outdated', 'fee.supplemented']);
    expect(await verifyHistory(running.source, paid, libraryCard())).toBeUndefined();
  });

  it('is recorded as a refund that is due where it fell, with what was paid and what it is now', async () => {
    const { open, paid } = await paidBesideOpen();
    await correct(open, 1);
    expect(await refundsOf(paid)).toEqual([{ amount: 500, paid: 2_750, fee: 2_250, how: null }]);
    const [shown] = await readBills(running.source, running.library, { applicationId: paid });
    expect(shown?.refunds).toEqual([{ amount: 500, recordedAt: expect.any(String), given: null }]);
    const refund = (await readRefunds(running.source, running.library, { withGiven: false })).find(({ amount }) => amount === 500);
    await clerk().giveBack(administrator, refund?.id ?? '', given);
    expect((await readBills(running.source, running.library, { applicationId: paid }))[0]?.refunds[0]?.given).toEqual(given);
    expect((await eventsOf(paid)).at(-1)).toBe('fee.refunded');
    expect(await verifyHistory(running.source, paid, libraryCard())).toBeUndefined();
    await expect(clerk().giveBack(administrator, refund?.id ?? '', { ...given, reference: 'อีกครั้ง' })).rejects.toMatchObject({ code: 'key-reused' });
  });

  it('comes to the same after several corrections as after one, also once a refund was given back', async () => {
    const { open, paid } = await paidBesideOpen();
    const cause = { answersRevision: 1, changed: [], documents: [], causedBy: { applicationId: open, lane: 'vault' } };
    const set = async (books: number, event: string): Promise<void> => {
      await running.source.query(`UPDATE case_file SET answers = jsonb_set(answers, '{wish,rareBooks}', $2::text::jsonb) WHERE id = (SELECT case_id FROM application WHERE id = $1)`, [paid, String(books)]);
      await send(running, paid, event, portal, { data: cause });
      await work();
    };
    await set(1, 'fee.lowered');
    await set(2, 'fee.raised');
    expect(await refundsOf(paid)).toEqual([{ amount: 500, paid: 2_750, fee: 2_250, how: 'replaced' }, { amount: 250, paid: 2_750, fee: 2_500, how: null }]);
    const [due] = await readRefunds(running.source, running.library, { withGiven: false });
    await clerk().giveBack(administrator, due?.id ?? '', given);
    await set(3, 'fee.raised');
    expect((await billsOf(paid)).map(({ kind, status, total }) => [kind, status, total])).toEqual([['fee', 'paid', 2_750], ['supplement', 'due', 250]]);
    await set(2, 'fee.lowered');
    expect((await billsOf(paid)).map(({ kind, status }) => [kind, status])).toEqual([['fee', 'paid'], ['supplement', 'cancelled']]);
  });

  it('is given back by the office that took it, and by no other, on a day that can be', async () => {
    const { open, paid } = await paidBesideOpen();
    await correct(open, 1);
    const offices = deskOfficer.offices.map(({ code }) => code);
    const [due] = await readRefunds(running.source, running.library, { withGiven: false, offices });
    expect(await readRefunds(running.source, running.library, { withGiven: true, offices: ['bma-1039-building'] })).toEqual([]);
    const id = due?.id ?? '';
    await expect(clerk().giveBack(vaultOfficer, id, given, vaultOfficer.offices.map(({ code }) => code))).rejects.toMatchObject({ code: 'not-found' });
    for (const on of ['2199-01-01', '2020-01-01', '2026-02-30']) await expect(clerk().giveBack(deskOfficer, id, { ...given, on }, offices)).rejects.toMatchObject({ code: 'answers-invalid' });
    await clerk().giveBack(deskOfficer, id, given, offices);
    await clerk().giveBack(deskOfficer, id, given, offices);
    expect((await eventsOf(paid)).filter((type) => type === 'fee.refunded')).toHaveLength(1);
  });

  it('reconciles: what was paid, less what was given back and is to be, and with what is still due, is the fee', async () => {
    const rows: { paid: number; given: number; owed: number; due: number; fee: number | null }[] = await running.source.query(`
      SELECT a.id, (SELECT coalesce(sum(amount), 0)::int FROM fee_ledger l JOIN bill b ON b.id = l.bill_id WHERE b.application_id = a.id) AS paid,
             (SELECT coalesce(sum(amount), 0)::int FROM fee_refund r JOIN fee_refund_settlement s ON s.refund_id = r.id WHERE r.application_id = a.id AND s.how = 'given-back') AS given,
             (SELECT coalesce(sum(amount), 0)::int FROM fee_refund r WHERE r.application_id = a.id AND NOT EXISTS (SELECT FROM fee_refund_settlement s WHERE s.refund_id = r.id)) AS owed,
             (SELECT coalesce(sum(total), 0)::int FROM bill b WHERE b.application_id = a.id AND b.status = 'due') AS due,
             (SELECT 2000 + 250 * (c.answers #>> '{wish,rareBooks}')::int FROM case_file c WHERE c.id = a.case_id) AS fee
        FROM application a WHERE EXISTS (SELECT FROM bill b WHERE b.application_id = a.id AND b.status = 'paid')`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ paid, given, owed, due, fee }) => paid - given - owed + due !== fee)).toEqual([]);
  });

  it('is in the statement of the office’s month: received, matched or not, and given back, and in its CSV', async () => {
    const { paid } = await paidBesideOpen();
    const bill = await billOf(running, paid);
    expect(await cashier.receive(paymentOf(bill, { transactionId: '=1+1', amount: 1 }))).toBe('duplicate');
    const offices = deskOfficer.offices.map(({ code }) => code);
    const month = today.slice(0, 7);
    const { days, totals, refundsDue } = await readStatement(running.source, offices, month);
    const [sums] = await running.source.query(
      `SELECT (SELECT sum(amount)::int FROM fee_ledger) AS received, (SELECT sum(r.amount)::int FROM fee_refund r JOIN fee_refund_settlement s ON s.refund_id = r.id WHERE s.how = 'given-back') AS refunded,
              (SELECT coalesce(sum(amount), 0)::int FROM fee_refund r WHERE NOT EXISTS (SELECT FROM fee_refund_settlement s WHERE s.refund_id = r.id)) AS owed`);
    expect(totals).toMatchObject({ received: { amount: sums.received }, unmatched: { entries: 1, amount: 1 }, refunded: { amount: sums.refunded } });
    expect(refundsDue.amount).toBe(sums.owed);
    expect(days.reduce((sum, { received }) => sum + received.amount, 0)).toBe(totals.received.amount);
    expect((await readStatement(running.source, offices, '2020-01')).days).toEqual([]);
    const csv = await statementCsv(running.source, running.library, offices, month);
    expect(csv.split('\r\n')).toHaveLength(totals.received.entries + totals.refunded.entries + 3);
    expect(csv).toContain(`,"'=1+1",`);
    expect(csv).toContain('27.50');
  });

  it('changes nothing where what was asked for has been settled already', async () => {
    const { open, paid } = await paidBesideOpen();
    await correct(open, 5);
    const [row] = await running.source.query(`SELECT max(h.revision) AS revision, min(case_id::text) AS case_id FROM history h JOIN application a ON a.id = h.application_id WHERE h.application_id = $1 AND type = 'fee.raised'`, [paid]);
    await running.source.transaction((tx) => new DifferenceClerk(running.library).perform(tx, { id: 'again', applicationId: paid, caseId: row.case_id, revision: row.revision, effect: 'settleDifference', params: {}, queue: 'cashier' }));
    expect((await billsOf(paid)).filter(({ kind }) => kind === 'supplement')).toHaveLength(1);
  });
});

describe('what was paid for a filing whose licence is gone for good', () => {
  const gone = { licence: 'ก-1', order: 'O-1', how: 'not-appealed', finalAt: '2026-11-01T16:59:59.999Z' };

  it('is to be given back whole, what is to be given back already included, once however often it is asked for, and the history replays', async () => {
    const { opened } = await submitCase(running, undefined, 2);
    const [open, paid] = opened.map(({ applicationId }) => applicationId) as [string, string];
    await approveCard(running, paid);
    await work();
    await cashier.receive(paymentOf(await billOf(running, paid)));
    await correct(open, 1);
    await send(running, paid, 'licence.gone', portal, { data: gone });
    const [row] = await running.source.query(`SELECT id, case_id, revision FROM outbox WHERE application_id = $1 AND effect = 'giveBackFee'`, [paid]);
    await work();
    await running.source.transaction((tx) => new FeeReturner().perform(tx, { id: row.id, applicationId: paid, caseId: row.case_id, revision: row.revision, effect: 'giveBackFee', params: {}, queue: 'cashier' }));
    expect(await refundsOf(paid)).toMatchObject([{ amount: 500, how: null }, { amount: 2_250, paid: 2_250, fee: 0, how: null }]);
    const [refund] = (await readRefunds(running.source, running.library, { withGiven: false })).filter(({ fee, caseId }) => fee === 0 && caseId === row.case_id);
    await clerk().giveBack(administrator, refund?.id ?? '', given);
    expect((await eventsOf(paid)).slice(-2)).toEqual(['licence.gone', 'fee.refunded']);
    expect(await verifyHistory(running.source, paid, libraryCard())).toBeUndefined();
  });

  it('is nothing where nothing was paid: the bill is no longer asked for', async () => {
    const { opened: [card] } = await submitCase(running);
    const id = card?.applicationId ?? '';
    await approveCard(running, id);
    await work();
    await send(running, id, 'licence.gone', portal, { data: gone });
    await work();
    expect([await refundsOf(id), (await billsOf(id)).map(({ status }) => status)]).toEqual([[], ['cancelled']]);
  });
});
