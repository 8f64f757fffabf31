/** What a payer orders of the bank: pay so much for this bill. */
export interface PaymentOrder {
  billerId: string;
  ref1: string;
  ref2: string;
  /** Baht with two decimals, as in the QR code. */
  amount: string;
  payerName: string;
  /** One order is paid once, however often its button is pressed. */
  orderId: string;
  /** Page of the portal to go back to. */
  back: string;
}

const reference = /^[A-Z0-9]{1,20}$/;

/** Reads an order from a query, a form or JSON. @returns the order, or the sentence that says what is wrong. */
export function readOrder(raw: Record<string, unknown>, createOrderId: () => string, portalUrls: readonly string[]): PaymentOrder | string {
  const text = (name: string) => (typeof raw[name] === 'string' || typeof raw[name] === 'number' ? String(raw[name]).trim() : '');
  const [ref1, ref2, billerId] = [text('ref1').toUpperCase(), text('ref2').toUpperCase(), text('billerId')];
  if (!reference.test(ref1)) return 'ref1 must be 1 to 20 letters A to Z and digits.';
  if (ref2 !== '' && !reference.test(ref2)) return 'ref2 must be at most 20 letters A to Z and digits.';
  if (billerId !== '' && !/^\d{15}$/.test(billerId)) return 'billerId must be 15 digits.';
  const baht = text('amount');
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(baht) || Number(baht) <= 0) return 'amount must be baht, such as 1250.00.';
  const back = text('back');
  return {
    billerId,
    ref1,
    ref2,
    amount: Number(baht).toFixed(2),
    payerName: text('payerName').slice(0, 100) || 'นายสมมติ ทดลองจ่าย',
    orderId: /^[A-Za-z0-9-]{8,64}$/.test(text('orderId')) ? text('orderId') : createOrderId(),
    back: portalUrls.includes(URL.parse(back)?.origin ?? '') ? back : (portalUrls[0] ?? '/'),
  };
}
