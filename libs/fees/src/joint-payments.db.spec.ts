import { approveCard, carryOut, reader, send, startTestRegistrar, submitCase, type TestRegistrar } from '@anuyat/registrar/testing';
import { BillClerk } from './bill-clerk';
import { Cashier } from './cashier';
import { openJointPayment } from './joint-payments';
import { findJointPayment } from './joint-view';
import { billOf, paymentOf, type BillRow } from './testing/billed';
import { readUnmatched, resolveUnmatched } from './unmatched';

let running: TestRegistrar;
let cashier: Cashier;

beforeAll(async () => {
  running = await startTestRegistrar('joint-payments-spec');
  cashier = new Cashier(running.source, running.registrar);
});
afterAll(() => running.close());

const clerk = () => new BillClerk(running.library, running.registrar, running.calendar);

/** A case whose first cards are billed. */
async function billedCase(cards: number, billed = cards): Promise<{ caseId: string; ids: string[] }> {
  const { caseId, opened } = await submitCase(running, undefined, cards);
  const ids = opened.map(({ applicationId }) => applicationId);
  await running.source.query(`UPDATE case_file SET number = $2 WHERE id = $1`, [caseId, `C${caseId.slice(-12)}`]);
  for (const id of ids.slice(0, billed)) await approveCard(running, id);
  await carryOut(running, [clerk()]);
  return { caseId, ids };
}

async function jointOf(caseId: string): Promise<BillRow> {
  const [row] = await running.source.query(`SELECT * FROM joint_payment WHERE id = $1`, [await openJointPayment(running.source, caseId)]);
  return row as BillRow;
}

const statusesOf = async (ids: string[]): Promise<string[]> => (await running.source.query(`SELECT status FROM application WHERE id = ANY($1) ORDER BY id`, [ids])).map(({ status }: { status: string }) => status);
const ledgerOf = (transaction: string): Promise<{ office: string; agency: string; amount: number; receipt_number: string }[]> =>
  running.source.query(`SELECT office, agency, amount, receipt_number FROM fee_ledger WHERE transaction_id = $1 ORDER BY receipt_number`, [transaction]);

describe('several bills in one payment', () => {
  it('are all settled by it, each with its receipt, its line in the ledger and its event', async () => {
    const { caseId, ids } = await billedCase(3);
    const joint = await jointOf(caseId);
    expect(joint.total).toBe(3 * 2_750);
    expect(await cashier.receive(paymentOf(joint, { transactionId: 'JOINT-1' }))).toBe('matched');
    expect(await statusesOf(ids)).toEqual(['issuing', 'issuing', 'issuing']);
    const ledger = await ledgerOf('JOINT-1');
    expect(ledger.map(({ office, agency, amount }) => [office, agency, amount])).toEqual(ids.map(() => ['bma-1039-registry', 'bma', 2_750]));
    const numbers = ledger.map(({ receipt_number }) => Number(receipt_number.slice(-6)));
    expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
    expect(await cashier.receive(paymentOf(joint, { transactionId: 'JOINT-1' }))).toBe('matched');
    expect(await ledgerOf('JOINT-1')).toHaveLength(3);
  });

  it('are shown split by office, with the total that the bank is asked for', async () => {
    const { caseId } = await billedCase(2);
    const joint = await jointOf(caseId);
    const view = await findJointPayment(running.source, running.library, { id: joint.id, accountId: reader.accountId });
    expect(view).toMatchObject({ total: 5_500, status: 'due', parts: [{ total: 5_500, bills: [{ total: 2_750, lines: [{ code: 'card' }, { code: 'rare' }] }, { total: 2_750 }] }] });
    expect(view?.qr).toContain('540555.00');
    expect(await findJointPayment(running.source, running.library, { id: joint.id, accountId: '22222222-2222-4222-8222-222222222222' })).toBeUndefined();
  });

  it('is the same payment while the same bills are due, and another when one more is', async () => {
    const { caseId, ids } = await billedCase(3, 2);
    const first = await openJointPayment(running.source, caseId);
    expect(await Promise.all([1, 2, 3].map(() => openJointPayment(running.source, caseId)))).toEqual([first, first, first]);
    await approveCard(running, ids[2] ?? '');
    await carryOut(running, [clerk()]);
    expect(await openJointPayment(running.source, caseId)).not.toBe(first);
  });

  it('needs at least two', async () => {
    const { caseId } = await billedCase(2, 1);
    await expect(openJointPayment(running.source, caseId)).rejects.toMatchObject({ code: 'nothing-to-join' });
  });

  it('is no longer asked for when one of them is paid by itself: no fee is taken twice', async () => {
    const { caseId, ids } = await billedCase(2);
    const joint = await jointOf(caseId);
    expect(await cashier.receive(paymentOf(await billOf(running, ids[0] ?? '')))).toBe('matched');
    expect(await cashier.receive(paymentOf(joint, { transactionId: 'JOINT-LATE' }))).toBe('cancelled-bill');
    expect(await statusesOf(ids)).toEqual(['issuing', 'awaiting-payment']);
    expect(await ledgerOf('JOINT-LATE')).toEqual([]);
  });

  it('is no longer asked for when one of them is withdrawn', async () => {
    const { caseId, ids } = await billedCase(2);
    const joint = await jointOf(caseId);
    await send(running, ids[0] ?? '', 'withdrawn', reader);
    expect(await cashier.receive(paymentOf(joint, { transactionId: 'JOINT-WITHDRAWN' }))).toBe('cancelled-bill');
    await carryOut(running, [clerk()]);
    expect((await running.source.query(`SELECT status FROM joint_payment WHERE id = $1`, [joint.id]))[0].status).toBe('cancelled');
  });

  it('and one of them by itself at the same moment end in one of two ways, and every satang that was taken is accounted for', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { caseId, ids } = await billedCase(2);
      const joint = await jointOf(caseId);
      const single = await billOf(running, ids[0] ?? '');
      const outcomes = await Promise.all([cashier.receive(paymentOf(joint, { transactionId: `BOTH-J${round}` })), cashier.receive(paymentOf(single, { transactionId: `BOTH-S${round}` }))]);
      expect(outcomes.filter((outcome) => outcome === 'matched')).toHaveLength(1);
      const [paid] = await running.source.query(`SELECT sum(total)::int AS bills FROM bill WHERE case_id = $1 AND status = 'paid'`, [caseId]);
      const [taken] = await running.source.query(`SELECT sum(amount)::int AS ledger FROM fee_ledger WHERE bill_id IN (SELECT id FROM bill WHERE case_id = $1)`, [caseId]);
      expect(taken.ledger).toBe(paid.bills);
    }
  });

  it('settle all or none', async () => {
    const { caseId, ids } = await billedCase(2);
    const joint = await jointOf(caseId);
    let calls = 0;
    const flaky = {
      wakeCourier: () => undefined,
      receiveWithin: (...[client, reception]: Parameters<TestRegistrar['registrar']['receiveWithin']>) => {
        calls += 1;
        if (calls === 2) throw new Error('the line broke');
        return running.registrar.receiveWithin(client, reception);
      },
    };
    await expect(new Cashier(running.source, flaky as unknown as TestRegistrar['registrar']).receive(paymentOf(joint, { transactionId: 'JOINT-BROKEN' }))).rejects.toThrow('the line broke');
    expect(await statusesOf(ids)).toEqual(['awaiting-payment', 'awaiting-payment']);
    expect(await cashier.receive(paymentOf(joint, { transactionId: 'JOINT-BROKEN' }))).toBe('matched');
  });
});

describe('money that fits no bill', () => {
  it('waits for staff until they say how it was settled, once', async () => {
    const { ids } = await billedCase(1);
    const bill = await billOf(running, ids[0] ?? '');
    await cashier.receive(paymentOf(bill, { transactionId: 'LESS', amount: 100 }));
    const listed = (await readUnmatched(running.source, { withResolved: false })).find(({ transactionId }) => transactionId === 'LESS');
    expect(listed).toMatchObject({ amount: 100, outcome: 'wrong-amount', asked: { total: 2_750, status: 'due' }, resolution: null });
    await resolveUnmatched(running.source, reader, 'LESS', 'refunded', 'คืนแล้ว');
    await resolveUnmatched(running.source, reader, 'LESS', 'refunded', 'คืนแล้ว');
    expect((await readUnmatched(running.source, { withResolved: false })).map(({ transactionId }) => transactionId)).not.toContain('LESS');
    await expect(resolveUnmatched(running.source, reader, 'LESS', 'explained', 'อื่น')).rejects.toMatchObject({ code: 'key-reused' });
    await expect(resolveUnmatched(running.source, reader, 'NEVER', 'explained', 'อื่น')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('settles the bill when the bank corrects the amount of the transaction, and is off the list', async () => {
    const { ids } = await billedCase(1);
    const bill = await billOf(running, ids[0] ?? '');
    const wrong = paymentOf(bill, { transactionId: 'CORRECTED', amount: 27 });
    expect(await cashier.receive(wrong)).toBe('wrong-amount');
    expect(await cashier.receive(wrong)).toBe('wrong-amount');
    const right = paymentOf(bill, { transactionId: 'CORRECTED' });
    expect(await Promise.all([cashier.receive(right), cashier.receive(right)])).toEqual(['matched', 'matched']);
    expect(await statusesOf(ids)).toEqual(['issuing']);
    expect(await ledgerOf('CORRECTED')).toHaveLength(1);
    expect((await readUnmatched(running.source, { withResolved: true })).map(({ transactionId }) => transactionId)).not.toContain('CORRECTED');
    expect(await cashier.receive(wrong)).toBe('matched');
  });
});
