import { ask, carryOut, deskOfficer, reader, send, startTestRegistrar, submitCase, approveCard, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { verifyHistory } from '@anuyat/registrar';
import { BillClerk } from './bill-clerk';
import { readBills } from './bills';
import { Cashier } from './cashier';
import { DifferenceClerk } from './difference-clerk';
import { readRefunds, settleRefund } from './refunds';
import { billOf, paymentOf, type BillRow } from './testing/billed';

let running: TestRegistrar;
let cashier: Cashier;

beforeAll(async () => {
  running = await startTestRegistrar('differences-spec');
  cashier = new Cashier(running.source, running.registrar);
});
afterAll(() => running.close());

const work = () => carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar), new DifferenceClerk(running.library)]);
const portal = { kind: 'portal', job: 'spec' } as const;
const administrator = { ...deskOfficer, isAdmin: true };

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
    expect(shown?.refund).toEqual({ amount: 500, givenAt: null });
    const refund = (await readRefunds(running.source, running.library, { withGiven: false })).find(({ amount }) => amount === 500);
    await settleRefund(running.source, running.library, administrator, refund?.id ?? '', 'โอนคืนแล้ว');
    expect((await readBills(running.source, running.library, { applicationId: paid }))[0]?.refund?.givenAt).not.toBeNull();
    await expect(settleRefund(running.source, running.library, administrator, refund?.id ?? '', 'อีกครั้ง')).rejects.toMatchObject({ code: 'key-reused' });
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
    await settleRefund(running.source, running.library, administrator, due?.id ?? '', 'โอนคืนแล้ว');
    await set(3, 'fee.raised');
    expect((await billsOf(paid)).map(({ kind, status, total }) => [kind, status, total])).toEqual([['fee', 'paid', 2_750], ['supplement', 'due', 250]]);
    await set(2, 'fee.lowered');
    expect((await billsOf(paid)).map(({ kind, status }) => [kind, status])).toEqual([['fee', 'paid'], ['supplement', 'cancelled']]);
  });

  it('changes nothing where what was asked for has been settled already', async () => {
    const { open, paid } = await paidBesideOpen();
    await correct(open, 5);
    const [row] = await running.source.query(`SELECT max(h.revision) AS revision, min(case_id::text) AS case_id FROM history h JOIN application a ON a.id = h.application_id WHERE h.application_id = $1 AND type = 'fee.raised'`, [paid]);
    await running.source.transaction((tx) => new DifferenceClerk(running.library).perform(tx, { id: 'again', applicationId: paid, caseId: row.case_id, revision: row.revision, effect: 'settleDifference', params: {}, queue: 'cashier' }));
    expect((await billsOf(paid)).filter(({ kind }) => kind === 'supplement')).toHaveLength(1);
  });
});
