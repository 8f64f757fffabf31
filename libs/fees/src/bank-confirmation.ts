import { Refusal } from '@anuyat/contract';
import type { PaymentConfirmation } from './cashier';

/**
 * Reads a bank's bill-payment confirmation (amounts are baht as a decimal text).
 * @throws Refusal `bad-request` naming the field.
 */
export function readBankConfirmation(body: Record<string, unknown>): PaymentConfirmation {
  const transactionId = textAt(body, 'transactionId');
  const ref1 = textAt(body, 'billPaymentRef1');
  const amount = textAt(body, 'amount');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(amount)) throw wrong('amount');
  const [baht = '0', decimals = ''] = amount.split('.');
  return {
    transactionId,
    ref1,
    ref2: typeof body['billPaymentRef2'] === 'string' ? body['billPaymentRef2'].slice(0, 40) : null,
    amount: Number(baht) * 100 + Number(decimals.padEnd(2, '0')),
    raw: body,
  };
}

function textAt(body: Record<string, unknown>, name: string): string {
  const value = typeof body[name] === 'number' ? String(body[name]) : body[name];
  if (typeof value !== 'string' || value.length === 0 || value.length > 100) throw wrong(name);
  return value;
}

function wrong(path: string): Refusal {
  return new Refusal('bad-request', { fields: [{ path, code: 'invalid', message: { th: 'ค่าไม่ถูกต้อง', en: 'This value is not valid.' } }] });
}
