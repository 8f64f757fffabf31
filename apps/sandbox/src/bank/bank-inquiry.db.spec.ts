import { freePort } from '@anuyat/database/testing';
import { BankInquirer, BillClerk, Cashier, readBankConfirmation, readBills } from '@anuyat/fees';
import { approveCard, carryOut, startTestRegistrar, submitCard, type TestRegistrar } from '@anuyat/registrar/testing';
import { startTestSandbox } from '../testing/start-test-sandbox';
import type { PaymentConfirmation } from './bank-transaction';

/** The portal's own cashier against the sandbox's bank: nobody listens for callbacks here, so the bank's book is all there is. */
describe('a bill that was paid at the sandbox’s bank', () => {
  let running: TestRegistrar;
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let cashier: Cashier;
  let inquirer: BankInquirer;
  const failures: Error[] = [];

  beforeAll(async () => {
    running = await startTestRegistrar('bank-inquiry-spec');
    sandbox = await startTestSandbox(await freePort());
    cashier = new Cashier(running.source, running.registrar);
    inquirer = new BankInquirer(running.source, cashier, sandbox.settings.url, (error) => failures.push(error));
  });
  afterAll(async () => {
    await sandbox.close();
    await running.close();
  });

  /** A due bill, paid through its own link. */
  async function payBill(fault: string): Promise<{ applicationId: string; confirmation: PaymentConfirmation }> {
    const applicationId = await submitCard(running);
    await approveCard(running, applicationId);
    await carryOut(running, [new BillClerk(running.library, running.registrar, running.calendar)]);
    const [{ id }] = await running.source.query(`SELECT id FROM bill WHERE application_id = $1`, [applicationId]);
    const [bill] = await readBills(running.source, running.library, { billId: id }, { url: sandbox.settings.url, portalUrl: 'http://localhost:4200' });
    const link = new URL(bill?.sandboxPayUrl ?? '');
    const reply = await fetch(new URL('/bank/pay', link), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-sandbox-fault': fault },
      body: JSON.stringify(Object.fromEntries(link.searchParams)),
    });
    return { applicationId, confirmation: (await reply.json()) as PaymentConfirmation };
  }

  async function statusOf(applicationId: string): Promise<string> {
    const [row] = await running.source.query(`SELECT status FROM application WHERE id = $1`, [applicationId]);
    return row.status;
  }

  it('is found in the bank’s book though its confirmation never came', async () => {
    const { applicationId } = await payBill('drop');
    expect(await statusOf(applicationId)).toBe('awaiting-payment');
    expect(await inquirer.inquire(0)).toBe(1);
    expect(await statusOf(applicationId)).toBe('issuing');
    expect(await inquirer.inquire(0)).toBe(0);
    expect(failures).toEqual([]);
  });

  it('is paid once when the confirmation comes after all, at the same moment as the inquiry', async () => {
    const { applicationId, confirmation } = await payBill('drop');
    const [outcome] = await Promise.all([cashier.receive(readBankConfirmation(confirmation)), inquirer.inquire(0)]);
    expect(outcome).toBe('matched');
    const lines = await running.source.query(`SELECT data FROM history WHERE application_id = $1 AND type = 'fee.paid'`, [applicationId]);
    expect(lines).toEqual([{ data: expect.objectContaining({ transactionId: confirmation.transactionId }) }]);
  });
});
