import type { DataSource } from 'typeorm';
import { readBankConfirmation } from './bank-confirmation';
import type { Cashier } from './cashier';

const TIMEOUT_MS = 5_000;
const BILLS_AT_ONCE = 20;

/** Asks the bank about bills whose confirmation has not come: a lost callback loses no payment. */
export class BankInquirer {
  constructor(
    private readonly source: DataSource,
    private readonly cashier: Cashier,
    private readonly bankUrl: string,
  ) {}

  /**
   * Asks about due bills that are at least `olderThanMs` old, the least recently made first.
   * @returns how many payments were found.
   */
  async inquire(olderThanMs: number): Promise<number> {
    const bills: { ref1: string }[] = await this.source.query(
      `SELECT ref1 FROM bill WHERE status = 'due' AND created_at < now() - make_interval(secs => $1) ORDER BY random() LIMIT $2`,
      [olderThanMs / 1_000, BILLS_AT_ONCE],
    );
    let found = 0;
    for (const { ref1 } of bills) {
      const response = await fetch(`${this.bankUrl}/bank/transactions?ref1=${encodeURIComponent(ref1)}`, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
      if (!response.ok) continue;
      for (const transaction of (await response.json()) as Record<string, unknown>[]) {
        if ((await this.cashier.receive(readBankConfirmation(transaction))) === 'matched') found += 1;
      }
    }
    return found;
  }
}
