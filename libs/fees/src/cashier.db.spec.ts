import { carryOut, reader, send, startTestRegistrar, type TestRegistrar } from '@anuyat/registrar/testing';
import { verifyHistory } from '@anuyat/registrar';
import { libraryCard } from '@anuyat/licence-kit/testing';
import { BillClerk } from './bill-clerk';
import { Cashier } from './cashier';
import { billedCard, billOf, paymentOf } from './testing/billed';

let running: TestRegistrar;
let cashier: Cashier;

beforeAll(async () => {
  running = await startTestRegistrar('cashier-spec');
  cashier = new Cashier(running.source, running.registrar);
});
afterAll(() => running.close());

async function statusOf(applicationId: string): Promise<string> {
  const [row] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [applicationId]);
  return row.status;
}

function paymentsOf(ref1: string): Promise<{ transaction_id: string; outcome: string; bill_id: string | null }[]> {
  return running.source.query(`SELECT transaction_id, outcome, bill_id, amount, raw FROM payment WHERE ref1 = $1 ORDER BY transaction_id`, [ref1]);
}

async function timesPaid(applicationId: string): Promise<number> {
  const [row] = await running.source.query(`SELECT count(*)::int AS n FROM history WHERE application_id = $1 AND type = 'fee.paid'`, [applicationId]);
  return row.n;
}

describe('a payment', () => {
  it('pays its bill: receipt, event and payment together', async () => {
    const due = await billedCard(running);
    expect(await cashier.receive(paymentOf(due))).toBe('matched');
    const bill = await billOf(running, due.application_id);
    expect(bill).toMatchObject({ status: 'paid', receipt_number: expect.stringMatching(/^R-BMA-1039-REGISTRY-25\d\d-\d{6}$/), paid_at: expect.any(Date) });
    expect(await statusOf(due.application_id)).toBe('issuing');
    const [line] = await running.source.query(`SELECT data FROM history WHERE application_id = $1 AND type = 'fee.paid'`, [due.application_id]);
    expect(line.data).toEqual({ transactionId: `TX-${due.ref1}`, receipt: bill.receipt_number });
    expect(await paymentsOf(due.ref1)).toEqual([expect.objectContaining({ outcome: 'matched', bill_id: due.id, raw: { channel: 'spec' } })]);
  });

  it('counts once, however often it is told, and is answered the same', async () => {
    const due = await billedCard(running);
    const told = paymentOf(due);
    expect([await cashier.receive(told), await cashier.receive(told), await cashier.receive(told)]).toEqual(['matched', 'matched', 'matched']);
    expect(await timesPaid(due.application_id)).toBe(1);
    expect(await paymentsOf(due.ref1)).toHaveLength(1);
  });

  it('counts once when it is told eight times at the same moment', async () => {
    const due = await billedCard(running);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => cashier.receive(paymentOf(due))));
    expect(new Set(outcomes)).toEqual(new Set(['matched']));
    expect(await timesPaid(due.application_id)).toBe(1);
  });

  it('made twice for one bill pays it once, and the second is kept for whoever gives it back', async () => {
    const due = await billedCard(running);
    const outcomes = await Promise.all(['ONE', 'TWO'].map((name) => cashier.receive(paymentOf(due, { transactionId: `${name}-${due.ref1}` }))));
    expect(outcomes.toSorted()).toEqual(['duplicate', 'matched']);
    expect(await timesPaid(due.application_id)).toBe(1);
    expect((await paymentsOf(due.ref1)).map(({ outcome }) => outcome).toSorted()).toEqual(['duplicate', 'matched']);
  });

  it('that is told for two bills at the same moment pays one of them', async () => {
    const bills = [await billedCard(running), await billedCard(running)];
    await Promise.all(bills.map((bill) => cashier.receive(paymentOf(bill, { transactionId: `SHARED-${bills[0]?.ref1}` }))));
    const statuses = await Promise.all(bills.map(async (bill) => (await billOf(running, bill.application_id)).status));
    expect(statuses.toSorted()).toEqual(['due', 'paid']);
  });

  it.each([
    ['too little', { amount: 2_749 }, 'wrong-amount'],
    ['too much', { amount: 2_751 }, 'wrong-amount'],
    ['more than a bill can be', { amount: 99_999_999_999_999 }, 'wrong-amount'],
    ['to another biller', { billerId: '099300009999101' }, 'unknown-bill'],
    ['with another second reference', { ref2: 'OTHER' }, 'unknown-bill'],
    ['without the second reference', { ref2: null }, 'unknown-bill'],
  ] as const)('of %s leaves the bill due and is kept', async (_, wrong, outcome) => {
    const due = await billedCard(running);
    expect(await cashier.receive(paymentOf(due, wrong))).toBe(outcome);
    expect((await billOf(running, due.application_id)).status).toBe('due');
    expect(await statusOf(due.application_id)).toBe('awaiting-payment');
    expect(await paymentsOf(due.ref1)).toEqual([expect.objectContaining({ outcome, amount: String({ ...paymentOf(due), ...wrong }.amount) })]);
  });

  it('that is right pays the bill after one that was wrong', async () => {
    const due = await billedCard(running);
    await cashier.receive(paymentOf(due, { amount: 1, transactionId: `WRONG-${due.ref1}` }));
    expect(await cashier.receive(paymentOf(due))).toBe('matched');
  });

  it('whose bank does not say whom it paid is matched by the rest', async () => {
    expect(await cashier.receive(paymentOf(await billedCard(running), { billerId: null }))).toBe('matched');
  });

  it('for no bill of ours is kept, also when it is told twice at once', async () => {
    const stray = { transactionId: 'STRAY', billerId: null, ref1: 'NOTOURS', ref2: null, amount: 500, raw: {} };
    expect(await Promise.all([cashier.receive(stray), cashier.receive(stray)])).toEqual(['unknown-bill', 'unknown-bill']);
    expect(await paymentsOf('NOTOURS')).toEqual([expect.objectContaining({ outcome: 'unknown-bill', bill_id: null })]);
  });

  it('for a cancelled bill is kept and moves nothing', async () => {
    const due = await billedCard(running);
    await send(running, due.application_id, 'withdrawn', reader);
    await carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar)]);
    expect(await cashier.receive(paymentOf(due))).toBe('cancelled-bill');
    expect(await statusOf(due.application_id)).toBe('withdrawn');
  });

  it('that comes between a withdrawal and the cancelling of the bill is kept, not lost', async () => {
    const due = await billedCard(running);
    await send(running, due.application_id, 'withdrawn', reader);
    expect(await cashier.receive(paymentOf(due))).toBe('cancelled-bill');
    expect(await paymentsOf(due.ref1)).toEqual([expect.objectContaining({ outcome: 'cancelled-bill', bill_id: due.id })]);
    expect((await billOf(running, due.application_id)).receipt_number).toBeNull();
  });

  it('and a withdrawal at the same moment end in one of two ways, never in both', async () => {
    const bills = [];
    for (let n = 0; n < 6; n++) bills.push(await billedCard(running));
    await Promise.all(
      bills.map(async (due) => {
        const [paid, withdrawn] = await Promise.allSettled([cashier.receive(paymentOf(due)), send(running, due.application_id, 'withdrawn', reader)]);
        const isPaid = paid.status === 'fulfilled' && paid.value === 'matched';
        expect(isPaid).toBe(withdrawn.status === 'rejected');
        expect(await statusOf(due.application_id)).toBe(isPaid ? 'issuing' : 'withdrawn');
        expect(await paymentsOf(due.ref1)).toHaveLength(1);
      }),
    );
  });

  it('cannot be changed or removed afterwards by the portal', async () => {
    await expect(running.source.query(`UPDATE payment SET outcome = 'matched'`)).rejects.toThrow('permission denied');
    await expect(running.source.query(`DELETE FROM payment`)).rejects.toThrow('permission denied');
  });
});

describe('receipts', () => {
  it('are numbered without a gap under twenty payments at once, half of which fail at their last step', async () => {
    const bills = [];
    for (let n = 0; n < 20; n++) bills.push(await billedCard(running));
    const [before] = await running.source.query(`SELECT coalesce(max(right(receipt_number, 6)::int), 0)::int AS last FROM bill`);
    const failing = new Set(bills.filter((_, at) => at % 2).map(({ application_id }) => application_id));
    const flaky = {
      wakeCourier: () => undefined,
      receiveWithin: async (...[client, reception]: Parameters<TestRegistrar['registrar']['receiveWithin']>) => {
        const received = await running.registrar.receiveWithin(client, reception);
        if (failing.delete(reception.applicationId)) throw new Error('the line broke');
        return received;
      },
    };
    const troubled = new Cashier(running.source, flaky as unknown as TestRegistrar['registrar']);
    const tries = await Promise.allSettled(bills.map((bill) => troubled.receive(paymentOf(bill))));
    expect(tries.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await Promise.all(bills.map((bill) => troubled.receive(paymentOf(bill))))).toEqual(Array.from({ length: 20 }, () => 'matched'));
    const numbers: { last: number }[] = await running.source.query(`SELECT right(receipt_number, 6)::int AS last FROM bill WHERE id = ANY($1) ORDER BY 1`, [bills.map(({ id }) => id)]);
    expect(numbers.map(({ last }) => last - before.last)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const faults = await Promise.all(bills.map(({ application_id }) => verifyHistory(running.source, application_id, libraryCard())));
    expect(faults.filter(Boolean)).toEqual([]);
  });
});
