import { Refusal } from '@anuyat/contract';
import type { PaymentConfirmation } from './cashier';

/**
 * Reads a bank's bill-payment confirmation (amounts are baht as a decimal text).
 * @throws Refusal `bad-request` naming the field.
 */
export function readBankConfirmation(body: unknown): PaymentConfirmation {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('');
  const raw = body as Record<string, unknown>;
  const amount = textAt(raw, 'amount');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(amount)) throw wrong('amount');
  const [baht = '0', decimals = ''] = amount.split('.');
  return {
    transactionId: textAt(raw, 'transactionId'),
    billerId: findText(raw, 'payeeProxyId'),
    ref1: textAt(raw, 'billPaymentRef1').toUpperCase(),
    ref2: findText(raw, 'billPaymentRef2')?.toUpperCase() ?? null,
    amount: Number(baht) * 100 + Number(decimals.padEnd(2, '0')),
    raw,
  };
}

function textAt(body: Record<string, unknown>, name: string): string {
  const value = findText(body, name);
  if (value === null) throw wrong(name);
  return value;
}

/** Null where the bank says nothing. */
function findText(body: Record<string, unknown>, name: string): string | null {
  const value = typeof body[name] === 'number' ? String(body[name]) : body[name] ?? '';
  if (typeof value !== 'string' || value.length > 100 || /\p{Cc}/u.test(value)) throw wrong(name);
  return value === '' ? null : value;
}

function wrong(path: string): Refusal {
  return new Refusal('bad-request', { fields: [{ path, code: 'invalid', message: { th: 'ค่าไม่ถูกต้อง', en: 'This value is not valid.' } }] });
}
