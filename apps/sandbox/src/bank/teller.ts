import { signMessage } from '@anuyat/http/signed-message';
import { confirmationOf, type BankTransaction } from './bank-transaction';
import type { Ledger } from './ledger';

/** How a bank can fail its biller; asked for per payment, by tests. */
export const faults = ['delay', 'drop', 'duplicate', 'wrong-amount'] as const;
export type Fault = (typeof faults)[number];

export interface TellerTiming {
  /** Before the second try; doubled for each further one, up to a minute. */
  retryMs: number;
  /** What `delay` waits before the first try. */
  delayMs: number;
}

const defaultTiming: TellerTiming = { retryMs: 1_000, delayMs: 10_000 };
const longestRetryMs = 60_000;
const answerWithinMs = 10_000;

/** Tells the portal of payments, signed, and again and again until it says that it has understood. */
export class Teller {
  private readonly waiting = new Set<NodeJS.Timeout>();
  private readonly stop = new AbortController();

  constructor(
    private readonly ledger: Ledger,
    private readonly callback: { url: string; secret: string },
    private readonly timing: TellerTiming = defaultTiming,
  ) {}

  /** Takes up what an earlier run of the bank had not told. */
  resume(): void {
    for (const transaction of this.ledger.listUntold()) this.tell(transaction, transaction.amount, 0);
  }

  /** Starts telling of a payment; returns before it is told. */
  async announce(transaction: BankTransaction, fault?: Fault): Promise<void> {
    if (fault === 'drop') return this.ledger.settle(transaction.transactionId);
    const amount = fault === 'wrong-amount' ? (Number(transaction.amount) + 1).toFixed(2) : transaction.amount;
    this.tell(transaction, amount, fault === 'delay' ? this.timing.delayMs : 0);
    if (fault === 'duplicate') this.tell(transaction, amount, 0);
  }

  close(): void {
    this.stop.abort();
    for (const timer of this.waiting) clearTimeout(timer);
    this.waiting.clear();
  }

  private tell(transaction: BankTransaction, amount: string, afterMs: number, nextMs = this.timing.retryMs): void {
    const timer = setTimeout(() => {
      this.waiting.delete(timer);
      void this.try(transaction, amount, nextMs);
    }, afterMs);
    this.waiting.add(timer);
  }

  private async try(transaction: BankTransaction, amount: string, nextMs: number): Promise<void> {
    const isUnderstood = await this.isUnderstood(transaction, amount);
    if (this.stop.signal.aborted) return;
    if (isUnderstood) await this.ledger.settle(transaction.transactionId);
    else this.tell(transaction, amount, nextMs, Math.min(nextMs * 2, longestRetryMs));
  }

  private async isUnderstood(transaction: BankTransaction, amount: string): Promise<boolean> {
    const body = JSON.stringify(confirmationOf(transaction, amount));
    try {
      const reply = await fetch(this.callback.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-bank-signature': signMessage(this.callback.secret, body, new Date()) },
        body,
        redirect: 'error',
        signal: AbortSignal.any([this.stop.signal, AbortSignal.timeout(answerWithinMs)]),
      });
      const answer = (await reply.json()) as { resCode?: unknown };
      return reply.ok && answer.resCode === '00';
    } catch {
      return false;
    }
  }
}
