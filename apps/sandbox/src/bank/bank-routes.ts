import { randomUUID } from 'node:crypto';
import type { Exchange } from '../exchange';
import { payPage, receiptPage } from '../pages/bank-pages';
import { errorPage } from '../pages/error-page';
import { confirmationOf } from './bank-transaction';
import type { Ledger } from './ledger';
import { readOrder } from './payment-order';
import { faults, type Fault, type Teller } from './teller';

/** The bank: a page that pays a bill, the same for scripts, and the book that a biller may look things up in. @returns whether the request was for it. */
export async function serveBank(exchange: Exchange, bank: { ledger: Ledger; teller: Teller; portalUrls: readonly string[] }): Promise<boolean> {
  switch (`${exchange.method} ${exchange.url.pathname}`) {
    case 'GET /bank/pay':
      showOrder(exchange, bank.portalUrls);
      return true;
    case 'POST /bank/pay':
      await pay(exchange, bank);
      return true;
    case 'GET /bank/receipt':
      showReceipt(exchange, bank);
      return true;
    case 'GET /bank/transactions':
      exchange.sendJson(200, bank.ledger.listBy(exchange.url.searchParams.get('ref1') ?? '').map((transaction) => confirmationOf(transaction)));
      return true;
    default:
      return false;
  }
}

function showOrder(exchange: Exchange, portalUrls: readonly string[]): void {
  const order = readOrder(Object.fromEntries(exchange.url.searchParams), randomUUID, portalUrls);
  if (typeof order === 'string') return exchange.sendPage(400, errorPage(order));
  exchange.sendPage(200, payPage(order));
}

async function pay(exchange: Exchange, bank: { ledger: Ledger; teller: Teller; portalUrls: readonly string[] }): Promise<void> {
  const fields = await exchange.readFields().catch((error: Error) => error.message);
  const order = typeof fields === 'string' ? fields : readOrder(fields, randomUUID, bank.portalUrls);
  const fault = faultOf(exchange);
  const problem = typeof order === 'string' ? order : fault === 'unknown' ? `x-sandbox-fault must be one of ${faults.join(', ')}.` : undefined;
  if (typeof order === 'string' || fault === 'unknown') {
    if (exchange.wantsJson) return exchange.sendJson(400, { error: problem });
    return exchange.sendPage(400, errorPage(problem ?? ''));
  }
  const wasPaid = bank.ledger.findOrder(order.orderId) !== undefined;
  const transaction = await bank.ledger.pay(order);
  if (!wasPaid) await bank.teller.announce(transaction, fault);
  if (exchange.wantsJson) return exchange.sendJson(201, confirmationOf(transaction));
  exchange.redirect(`/bank/receipt?${new URLSearchParams({ transaction: transaction.transactionId, back: order.back }).toString()}`);
}

function showReceipt(exchange: Exchange, { ledger, portalUrls }: { ledger: Ledger; portalUrls: readonly string[] }): void {
  const transaction = ledger.find(exchange.url.searchParams.get('transaction') ?? '');
  const back = exchange.url.searchParams.get('back') ?? '';
  if (!transaction) return exchange.sendPage(404, errorPage('There is no such transaction.'));
  exchange.sendPage(200, receiptPage(transaction, portalUrls.includes(URL.parse(back)?.origin ?? '') ? back : (portalUrls[0] ?? '/')));
}

function faultOf({ request, url }: Exchange): Fault | 'unknown' | undefined {
  const wanted = request.headers['x-sandbox-fault'] ?? url.searchParams.get('x-sandbox-fault') ?? undefined;
  if (wanted === undefined) return undefined;
  return faults.find((fault) => fault === wanted) ?? 'unknown';
}
