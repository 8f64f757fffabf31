import { approveCard, carryOut, deskOfficer, reader, send, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { parse } from 'promptparse';
import { BillClerk } from './bill-clerk';
import { readBills } from './bills';
import { SANDBOX_BILLER_ID } from './payee';
import { billedCard, billOf } from './testing/billed';

let running: TestRegistrar;
let clerk: BillClerk;

beforeAll(async () => {
  running = await startTestRegistrar('bill-clerk-spec');
  clerk = new BillClerk(running.library, running.registrar, running.calendar);
});
afterAll(() => running.close());

async function billsOf(applicationId: string): Promise<unknown[]> {
  return running.source.query(`SELECT * FROM bill WHERE application_id = $1`, [applicationId]);
}

describe('a bill', () => {
  it('has a line for each fee that the answers bring about, and their sum', async () => {
    const bill = await billedCard(running);
    expect(bill).toMatchObject({
      status: 'due', total: 2_750, office: 'bma-1039-registry', biller_id: SANDBOX_BILLER_ID,
      lines: [{ code: 'card', satang: 2_000 }, { code: 'rare', satang: 750 }],
    });
    expect(bill.ref1).toMatch(/^[A-Z0-9]{1,20}$/);
    expect(bill.ref2).toMatch(/^[A-Z0-9]{1,20}$/);
  });

  it('is shown with titles in both languages, and leads to the sandbox’s bank only while it is due', async () => {
    const bill = await billedCard(running);
    const sandbox = { url: 'http://localhost:4201', portalUrl: 'http://localhost:4200' };
    const [shown] = await readBills(running.source, running.library, { billId: bill.id }, sandbox);
    expect(shown).toMatchObject({
      licence: { en: 'Library card' }, total: 2_750, receiptNumber: null,
      lines: [{ title: { th: 'ค่าบัตร', en: 'Card' }, amount: 2_000 }, { title: { en: 'Care of rare books' }, amount: 750 }],
    });
    const order = new URL(shown?.sandboxPayUrl ?? '').searchParams;
    expect(Object.fromEntries(order)).toMatchObject({ billerId: SANDBOX_BILLER_ID, ref1: bill.ref1, ref2: bill.ref2, amount: '27.50' });
    await running.source.query(`UPDATE bill SET status = 'paid' WHERE id = $1`, [bill.id]);
    expect((await readBills(running.source, running.library, { billId: bill.id }, sandbox))[0]).not.toHaveProperty('sandboxPayUrl');
  });

  it('is written once, however often it is asked for', async () => {
    const { application_id: applicationId, case_id: caseId, id } = await billedCard(running);
    const row = { id: 'again', applicationId, caseId, revision: 7, effect: 'requestPayment', params: {}, queue: 'cashier' };
    await running.source.transaction((tx) => clerk.perform(tx, row));
    expect(await billsOf(applicationId)).toEqual([expect.objectContaining({ id })]);
  });

  it('that is written anew, because answers changed the fee, has a reference of its own', async () => {
    const first = await billedCard(running);
    await running.source.query(`UPDATE case_file SET answers = jsonb_set(answers, '{wish,rareBooks}', '1') WHERE id = $1`, [first.case_id]);
    await send(running, first.application_id, 'fee.changed', { kind: 'portal', job: 'spec' }, { data: { answersRevision: 1, changed: [], documents: [], causedBy: { applicationId: first.application_id, lane: 'vault' } } });
    await carryOut(running, [clerk]);
    expect(await running.source.query(`SELECT status, total FROM bill WHERE application_id = $1 ORDER BY created_at`, [first.application_id])).toEqual([{ status: 'cancelled', total: 2_750 }, { status: 'due', total: 2_250 }]);
    const [anew] = await running.source.query(`SELECT ref1 FROM bill WHERE application_id = $1 AND status = 'due'`, [first.application_id]);
    expect(anew.ref1).toMatch(/^AB\d{10}$/);
  });

  it('is not written where there is no fee', async () => {
    const id = await submitCard(running, { reader: { name: 'เด็ก', age: 9 }, wish: { rareBooks: 0, purpose: 'pleasure' } });
    await send(running, id, 'desk.accepted', deskOfficer);
    await send(running, id, 'desk.approved', deskOfficer);
    await carryOut(running, [clerk]);
    expect(await billsOf(id)).toEqual([]);
  });

  it('of nothing is never written: where an answer made the fee nothing meanwhile, the application goes on', async () => {
    const id = await submitCard(running);
    await approveCard(running, id);
    await running.source.query(
      `UPDATE case_file SET answers = '{"reader":{"name":"เด็ก","age":9},"wish":{"rareBooks":0,"purpose":"pleasure"}}' WHERE id = (SELECT case_id FROM application WHERE id = $1)`,
      [id],
    );
    await carryOut(running, [clerk]);
    expect(await billsOf(id)).toEqual([]);
    const [application] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [id]);
    expect(application.status).toBe('issuing');
    const [line] = await running.source.query(`SELECT data, actor FROM history WHERE application_id = $1 AND type = 'fee.paid'`, [id]);
    expect(line).toEqual({ data: { total: 0 }, actor: { kind: 'portal', job: 'bill-clerk' } });
  });

  it('is cancelled when the application ends unpaid', async () => {
    const { application_id } = await billedCard(running);
    await send(running, application_id, 'withdrawn', reader);
    await carryOut(running, [clerk]);
    expect((await billOf(running, application_id)).status).toBe('cancelled');
  });

  it('that is asked for after the end is not written', async () => {
    const id = await submitCard(running);
    await approveCard(running, id);
    await send(running, id, 'withdrawn', reader);
    await carryOut(running, [clerk]);
    expect(await billsOf(id)).toEqual([]);
  });
});

describe('the QR code of a bill', () => {
  it('is the Thai QR bill payment of the published example', async () => {
    const { id } = await billedCard(running);
    await running.source.query(`UPDATE bill SET biller_id = '099400016500501', ref1 = '690700000123', ref2 = '20260731', total = 125000 WHERE id = $1`, [id]);
    const [bill] = await readBills(running.source, running.library, { billId: id });
    expect(bill?.qr).toBe('00020101021230670016A0000006770101120115099400016500501021269070000012303082026073153037645802TH54071250.0063044026');
  });

  it('says whom to pay, how much and for what, and its checksum holds', async () => {
    const { id, ref1, ref2 } = await billedCard(running);
    const [bill] = await readBills(running.source, running.library, { billId: id });
    const code = parse(bill?.qr ?? '', true);
    expect(code?.validate('63')).toBe(true);
    expect(['00', '01', '02', '03'].map((sub) => code?.getTagValue('30', sub))).toEqual(['A000000677010112', SANDBOX_BILLER_ID, ref1, ref2]);
    expect([code?.getTagValue('53'), code?.getTagValue('54'), code?.getTagValue('58')]).toEqual(['764', '27.50', 'TH']);
    expect(SANDBOX_BILLER_ID).toMatch(/^\d{15}$/);
    const spoilt = (bill?.qr ?? '').replace('27.50', '17.50');
    expect(parse(spoilt, true)).toBeNull();
  });
});
