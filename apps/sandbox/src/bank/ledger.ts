import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BankTransaction } from './bank-transaction';
import type { PaymentOrder } from './payment-order';

type Line = { paid: BankTransaction } | { told: string };

/** The bank's own book, one line a fact, only ever added to: what was paid, and of which payment the biller was told. */
export class Ledger {
  private readonly byOrder = new Map<string, BankTransaction>();
  private readonly told = new Set<string>();

  private constructor(private readonly file: string) {}

  static async open(dataDir: string): Promise<Ledger> {
    const folder = join(dataDir, 'sandbox');
    await mkdir(folder, { recursive: true });
    const ledger = new Ledger(join(folder, 'bank-ledger.jsonl'));
    const text = await readFile(ledger.file, 'utf8').catch(() => '');
    for (const line of text.split('\n')) if (line.endsWith('}')) ledger.take(JSON.parse(line) as Line);
    return ledger;
  }

  /** Books a payment; the same order again gives the first booking. */
  async pay(order: PaymentOrder): Promise<BankTransaction> {
    const known = this.byOrder.get(order.orderId);
    if (known) return known;
    const paidAt = new Date();
    const day = paidAt.toISOString().slice(0, 10).replaceAll('-', '');
    const { billerId, ref1, ref2, amount, payerName, orderId } = order;
    const transaction = { transactionId: `SBX${day}${randomBytes(6).toString('hex').toUpperCase()}`, billerId, ref1, ref2, amount, payerName, orderId, paidAt: paidAt.toISOString() };
    await this.write({ paid: transaction });
    return transaction;
  }

  /** The biller has acknowledged the payment, or shall never be told. */
  async settle(transactionId: string): Promise<void> {
    await this.write({ told: transactionId });
  }

  findOrder(orderId: string): BankTransaction | undefined {
    return this.byOrder.get(orderId);
  }

  find(transactionId: string): BankTransaction | undefined {
    return [...this.byOrder.values()].find((transaction) => transaction.transactionId === transactionId);
  }

  listBy(ref1: string): BankTransaction[] {
    return [...this.byOrder.values()].filter((transaction) => transaction.ref1 === ref1);
  }

  listUntold(): BankTransaction[] {
    return [...this.byOrder.values()].filter(({ transactionId }) => !this.told.has(transactionId));
  }

  private async write(line: Line): Promise<void> {
    this.take(line);
    await appendFile(this.file, `${JSON.stringify(line)}\n`);
  }

  private take(line: Line): void {
    if ('paid' in line) this.byOrder.set(line.paid.orderId, line.paid);
    else this.told.add(line.told);
  }
}
