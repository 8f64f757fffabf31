import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { BillView } from '@anuyat/contract';
import type { Journal } from './journal';
import type { Person } from './person';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 300;

/** How the bank fails its biller with the next payments, one each; empty: it does not. */
export type BankFaults = string[];

/** Pays a bill at the bank, by one order however often the bank does not answer. */
export async function pay(person: Person, billId: string, bankFaults: BankFaults, journal: Journal): Promise<void> {
  const bill = await person.get<BillView>(`/api/bills/${billId}`);
  if (bill.status !== 'due' || !bill.sandboxPayUrl) return;
  const { origin, searchParams } = new URL(bill.sandboxPayUrl);
  const order = { ...Object.fromEntries(searchParams), orderId: randomUUID() };
  const fault = bankFaults.shift();
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(PAUSE_MS)) {
    const told = await orderAt(origin, order, fault).catch(() => undefined);
    if (!told) continue;
    journal.note({ kind: 'paid', ref1: bill.ref1, amount: order['amount' as keyof typeof order] ?? '', transactionId: told });
    return;
  }
  throw new Error(`The bank did not take the payment of ${bill.ref1}.`);
}

async function orderAt(bank: string, order: object, fault: string | undefined): Promise<string> {
  const reply = await fetch(`${bank}/bank/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...(fault ? { 'x-sandbox-fault': fault } : {}) },
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(5_000),
  });
  if (!reply.ok) throw new Error(`The bank answered ${reply.status}.`);
  return ((await reply.json()) as { transactionId: string }).transactionId;
}
