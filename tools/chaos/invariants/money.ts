import { countOf, rowsOf, type Invariant } from './world';

interface Payment {
  transaction_id: string;
  ref1: string;
  amount: string;
  outcome: string;
}

const PAYMENTS = `
  SELECT p.transaction_id, p.ref1, coalesce(c.amount, p.amount)::text AS amount, coalesce(c.outcome, p.outcome) AS outcome FROM payment p
    LEFT JOIN LATERAL (SELECT amount, outcome FROM payment_correction WHERE transaction_id = p.transaction_id ORDER BY id DESC LIMIT 1) c ON true`;

/** What the bills, the fee ledger and the histories say of one bill must be the same, once. */
const DISAGREEING = `
  SELECT b.id, b.status, (SELECT count(*) FROM fee_ledger f WHERE f.bill_id = b.id)::int AS booked, (SELECT coalesce(sum(f.amount), 0) FROM fee_ledger f WHERE f.bill_id = b.id)::int AS amount, b.total,
         (SELECT count(*) FROM history h WHERE h.application_id = b.application_id AND h.type IN ('fee.paid', 'fee.supplemented') AND h.data ->> 'receipt' = b.receipt_number)::int AS told
    FROM bill b`;

const TWO_FEES = `SELECT application_id AS id, count(*) AS n FROM bill WHERE kind = 'fee' AND status <> 'cancelled' GROUP BY 1 HAVING count(*) > 1`;

/** I6: the bank's book, our payments, bills, ledger and histories agree. */
export const moneyAgrees: Invariant = {
  id: 'I6', title: 'No fee is taken twice; the bank’s book, payments, receipts and histories agree',
  async check(world) {
    const payments = new Map((await rowsOf<Payment>(world, PAYMENTS)).map((payment) => [payment.transaction_id, payment]));
    const bills = await rowsOf<{ id: string; status: string; booked: number; amount: number; total: number; told: number }>(world, DISAGREEING);
    const atBank = new Map(world.bank.map((line) => [line.transactionId, line]));
    const breaches = [
      ...world.bank.filter(({ transactionId }) => !payments.has(transactionId)).map(({ transactionId, ref1 }) => `The bank was paid ${transactionId} for ${ref1}, and nobody here knows.`),
      ...world.bank.flatMap(({ transactionId, amount }) => {
        const payment = payments.get(transactionId);
        return payment && Number(payment.amount) !== Math.round(Number(amount) * 100) ? [`${transactionId} is ${amount} baht at the bank and ${Number(payment.amount) / 100} here.`] : [];
      }),
      ...[...payments.values()].filter(({ transaction_id: id }) => !atBank.has(id)).map(({ transaction_id: id }) => `The payment ${id} is not in the bank’s book.`),
      ...bills.filter(({ status, booked, told }) => (status === 'paid' ? booked !== 1 || told !== 1 : booked > 0)).map(({ id, status, booked, told }) => `The bill ${id} is ${status}, booked ${booked} times and told ${told} times.`),
      ...bills.filter(({ status, amount, total }) => status === 'paid' && amount !== total).map(({ id, amount, total }) => `The bill ${id} asked for ${total} and was booked with ${amount} satang.`),
      ...(await rowsOf<{ id: string; n: string }>(world, TWO_FEES)).map(({ id, n }) => `The application ${id} has ${n} fees.`),
      ...world.journal.of('paid').filter(({ transactionId }) => !atBank.has(transactionId)).map(({ transactionId }) => `The bank confirmed ${transactionId}, and it is not in its book.`),
    ];
    const matched = [...payments.values()].filter(({ outcome }) => outcome === 'matched');
    const paid = bills.filter(({ status }) => status === 'paid');
    const sums = [sum(matched.map(({ amount }) => Number(amount))), sum(paid.map(({ total }) => total)), await countOf(world, `SELECT coalesce(sum(amount), 0) AS n FROM fee_ledger`)];
    if (new Set(sums).size > 1) breaches.push(`Payments, bills and the fee ledger come to ${sums.join(', ')} satang.`);
    return { checked: `${world.bank.length} transactions of the bank, ${bills.length} bills, ${(sums[1] ?? 0) / 100} baht`, breaches };
  },
};

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
