import { createHash } from 'node:crypto';
import { deskOfficer, reader, startTestRegistrar, stranger, vaultOfficer, type TestRegistrar } from '@anuyat/registrar/testing';
import { Cashier } from './cashier';
import { ReceiptPress } from './receipt-press';
import { receiptTemplate } from './receipt-template';
import { billedCard, billOf, paymentOf } from './testing/billed';

let running: TestRegistrar;
let set: { text: string; input: Record<string, unknown> }[] = [];

beforeAll(async () => {
  running = await startTestRegistrar('receipt-press-spec');
});
afterAll(() => running.close());

/** Keeps what would be set; the portal's own typesetter is looked at where receipts are asked for over HTTP. */
const press = () => new ReceiptPress(running.source, running.library, {
  set: (text, [input]) => {
    set.push({ text, input: JSON.parse(input?.['receipt'] ?? '{}') });
    return Buffer.from(createHash('sha256').update(JSON.stringify(input)).digest());
  },
});

describe('a receipt', () => {
  beforeEach(() => {
    set = [];
  });

  it('says who paid what to whom, item by item, in figures and in words', async () => {
    const bill = await billedCard(running);
    await new Cashier(running.source, running.registrar).receive(paymentOf(bill, { transactionId: 'FOR-RECEIPT' }));
    const { receipt_number: number } = await billOf(running, bill.application_id);
    expect(await press().find(bill.id, reader)).toMatchObject({ number });
    expect(set).toEqual([{
      text: receiptTemplate,
      input: expect.objectContaining({
        number, payer: 'สมหญิง', total: '27.50 บาท', words: 'ยี่สิบเจ็ดบาทห้าสิบสตางค์', transaction: 'FOR-RECEIPT', licence: expect.objectContaining({ en: 'Library card' }),
        lines: [{ title: { th: 'ค่าบัตร', en: 'Card' }, amount: '20.00 บาท' }, { title: expect.objectContaining({ en: 'Care of rare books' }), amount: '7.50 บาท' }],
      }),
    }]);
  });

  it('is there for the payer and the office that collected, once it is paid, and for nobody else', async () => {
    const bill = await billedCard(running);
    expect(await press().find(bill.id, reader)).toBeUndefined();
    await new Cashier(running.source, running.registrar).receive(paymentOf(bill));
    expect(await press().find(bill.id, deskOfficer)).toBeDefined();
    expect(await Promise.all([stranger, vaultOfficer].map((other) => press().find(bill.id, other)))).toEqual([undefined, undefined]);
  });
});
