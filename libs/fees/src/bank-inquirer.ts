import { openOutbound, type Outbound } from '@anuyat/outbound';
import type { DataSource } from 'typeorm';
import { readBankConfirmation } from './bank-confirmation';
import type { Cashier } from './cashier';

const TIMEOUT_MS = 5_000;
const BILLS_AT_ONCE = 20;

interface DueBill {
  id: string;
  ref1: string;
  /** The time of its making, exactly. */
  made: string;
}

/** Bills, and payments for several of them. Newest first, for most are paid soon after they are made. */
const DUE = `
  SELECT id, ref1, created_at::text AS made FROM (
    SELECT id, ref1, created_at FROM bill WHERE status = 'due'
    UNION ALL
    SELECT id, ref1, created_at FROM joint_payment WHERE status = 'due'
  ) due
   WHERE created_at < now() - make_interval(secs => $1) AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
   ORDER BY created_at DESC, id DESC LIMIT $4`;

/**
 * Asks the bank about bills whose confirmation has not come: a lost callback loses no payment. It goes through the due bills a few
 * at a time and begins again at the end, so that each has its turn.
 */
export class BankInquirer {
  private after: DueBill | undefined;
  private readonly outbound: Outbound;

  constructor(
    private readonly source: DataSource,
    private readonly cashier: Cashier,
    private readonly bankUrl: string,
    /** Told of each bill that could not be asked about; the others are asked all the same. */
    private readonly onError: (error: Error) => void,
    internalHosts: readonly string[] = [],
  ) {
    this.outbound = openOutbound(bankUrl, { patienceMs: TIMEOUT_MS, internalHosts });
  }

  /**
   * Asks about the next due bills that are at least `olderThanMs` old.
   * @returns how many payments were found.
   */
  async inquire(olderThanMs: number): Promise<number> {
    const bills: DueBill[] = await this.source.query(DUE, [olderThanMs / 1_000, this.after?.made ?? null, this.after?.id ?? null, BILLS_AT_ONCE]);
    this.after = bills.length === BILLS_AT_ONCE ? bills.at(-1) : undefined;
    const found = await Promise.all(bills.map((bill) => this.askOrTell(bill)));
    return found.reduce((sum, count) => sum + count, 0);
  }

  private async askOrTell(bill: DueBill): Promise<number> {
    try {
      return await this.ask(bill);
    } catch (error) {
      this.onError(error as Error);
      return 0;
    }
  }

  private async ask({ ref1 }: DueBill): Promise<number> {
    const response = await this.outbound(`${this.bankUrl}/bank/transactions?ref1=${encodeURIComponent(ref1)}`);
    if (!response.ok) throw new Error(`The bank answered ${response.status} to the inquiry about ${ref1}.`);
    let found = 0;
    for (const transaction of (await response.json()) as unknown[]) {
      if ((await this.cashier.receive(readBankConfirmation(transaction))) === 'matched') found += 1;
    }
    return found;
  }
}
