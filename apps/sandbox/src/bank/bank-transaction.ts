import type { PaymentOrder } from './payment-order';

/** A line of the bank's own book. */
export interface BankTransaction extends Pick<PaymentOrder, 'billerId' | 'ref1' | 'ref2' | 'amount' | 'payerName' | 'orderId'> {
  transactionId: string;
  paidAt: string;
}

/** What banks send about a payment, in the shape that Thai billers know. */
export interface PaymentConfirmation {
  payeeProxyId: string;
  payeeProxyType: 'BILLERID';
  payeeAccountNumber: string;
  payerAccountNumber: string;
  payerAccountName: string;
  payerName: string;
  sendingBankCode: string;
  receivingBankCode: string;
  amount: string;
  transactionId: string;
  transactionDateandTime: string;
  billPaymentRef1: string;
  billPaymentRef2: string;
  billPaymentRef3: string;
  currencyCode: '764';
  channelCode: string;
  transactionType: string;
}

const bangkokOffset = 7 * 3_600_000;

/** The confirmation of a line of the book. `amount` only differs where a fault is asked for. */
export function confirmationOf(transaction: BankTransaction, amount = transaction.amount): PaymentConfirmation {
  return {
    payeeProxyId: transaction.billerId,
    payeeProxyType: 'BILLERID',
    payeeAccountNumber: '0000000000',
    payerAccountNumber: '9999999999',
    payerAccountName: transaction.payerName,
    payerName: transaction.payerName,
    sendingBankCode: '999',
    receivingBankCode: '999',
    amount,
    transactionId: transaction.transactionId,
    transactionDateandTime: new Date(new Date(transaction.paidAt).getTime() + bangkokOffset).toISOString().replace('Z', '+07:00'),
    billPaymentRef1: transaction.ref1,
    billPaymentRef2: transaction.ref2,
    billPaymentRef3: '',
    currencyCode: '764',
    channelCode: 'SBX',
    transactionType: 'Bill Payment',
  };
}
