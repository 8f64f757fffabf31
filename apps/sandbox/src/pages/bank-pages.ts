import type { Text } from '@anuyat/licence-kit';
import type { BankTransaction } from '../bank/bank-transaction';
import type { PaymentOrder } from '../bank/payment-order';
import { html, type Html } from './html';
import { both, page } from './page';

const row = (title: Text, value: string): Html => html`<div><dt>${both(title)}</dt><dd>${value}</dd></div>`;

function particulars({ billerId, ref1, ref2, amount }: { billerId: string; ref1: string; ref2: string; amount: string }): Html {
  return html`<dl>
${billerId ? row({ th: 'รหัสผู้รับชำระ', en: 'Biller' }, billerId) : html``}
${row({ th: 'รหัสอ้างอิง 1', en: 'Reference 1' }, ref1)}
${row({ th: 'รหัสอ้างอิง 2', en: 'Reference 2' }, ref2 || '–')}
${row({ th: 'จำนวนเงิน (บาท)', en: 'Amount (baht)' }, amount)}
</dl>`;
}

/** What a banking app shows after it has read the QR code: the bill, and one button. */
export function payPage(order: PaymentOrder): string {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  return page(
    { th: 'ธนาคารทดลอง: ชำระเงิน', en: 'Sandbox bank: pay a bill' },
    html`${particulars(order)}
<form method="post" action="/bank/pay">
${Object.entries(order).map(([name, value]) => hidden(name, String(value)))}
<button class="main">${both({ th: `จ่าย ${order.amount} บาท`, en: `Pay ${order.amount} baht` })}</button>
</form>`,
  );
}

/** What the app shows after paying. */
export function receiptPage(transaction: BankTransaction, back: string): string {
  return page(
    { th: 'จ่ายแล้ว', en: 'Paid' },
    html`${particulars(transaction)}
<dl>${row({ th: 'เลขที่รายการ', en: 'Transaction' }, transaction.transactionId)}</dl>
<p>${both({ th: 'ธนาคารกำลังแจ้งพอร์ทัล คุณกลับไปดูสถานะได้เลย', en: 'The bank is telling the portal. You can go back and watch.' })}</p>
<p><a class="main" href="${back}">${both({ th: 'กลับไปที่พอร์ทัล', en: 'Back to the portal' })}</a></p>`,
  );
}
