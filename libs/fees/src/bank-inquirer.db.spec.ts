import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestRegistrar, type TestRegistrar } from '@anuyat/registrar/testing';
import { BankInquirer } from './bank-inquirer';
import { Cashier } from './cashier';
import { billedCard, billOf, type BillRow } from './testing/billed';

let running: TestRegistrar;
let bank: Server;
let url: string;
let asked: string[] = [];
let failures: Error[] = [];
let bookOf: (ref1: string) => { status: number; body: string };

beforeAll(async () => {
  running = await startTestRegistrar('bank-inquirer-spec');
  bank = createServer((request, response) => {
    const ref1 = new URL(request.url ?? '', url).searchParams.get('ref1') ?? '';
    asked.push(ref1);
    const { status, body } = bookOf(ref1);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(bank, 'listening');
  url = `http://127.0.0.1:${(bank.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  await running.source.query(`UPDATE bill SET status = 'cancelled' WHERE status = 'due'`);
  asked = [];
  failures = [];
});
afterAll(async () => {
  bank.close();
  bank.closeAllConnections();
  await running.close();
});

const inquirer = () => new BankInquirer(running.source, new Cashier(running.source, running.registrar), url, (error) => failures.push(error));
const nothing = { status: 200, body: '[]' };
const confirmed = ({ ref1, ref2, total }: BillRow) => ({ transactionId: `BOOK-${ref1}`, billPaymentRef1: ref1, billPaymentRef2: ref2, amount: (total / 100).toFixed(2) });

async function billed(count: number): Promise<BillRow[]> {
  const bills: BillRow[] = [];
  for (let n = 0; n < count; n++) bills.push(await billedCard(running, { reader: { name: 'สมชาย', age: 40 }, wish: { rareBooks: 1, purpose: 'pleasure' } }));
  return bills;
}

it('asks about each due bill in its turn, the newest first, and then begins again', async () => {
  bookOf = () => nothing;
  const refs = (await billed(23)).map(({ ref1 }) => ref1);
  const one = inquirer();
  expect([await one.inquire(0), await one.inquire(0), await one.inquire(0)]).toEqual([0, 0, 0]);
  expect(asked.slice(0, 20).toSorted()).toEqual(refs.slice(3).toSorted());
  expect(asked.slice(20, 23).toSorted()).toEqual(refs.slice(0, 3).toSorted());
  expect(asked).toHaveLength(43);
});

it('leaves a young bill to the bank’s own callback, and a paid one alone', async () => {
  bookOf = () => nothing;
  const [young] = await billed(1);
  await inquirer().inquire(3_600_000);
  expect(asked).toEqual([]);
  await running.source.query(`UPDATE bill SET status = 'paid' WHERE id = $1`, [young?.id]);
  await inquirer().inquire(0);
  expect(asked).toEqual([]);
});

it('finds payments though the bank fails on another bill, answers nonsense on a third, and tells of both', async () => {
  const bills = await billed(4);
  const [paid, broken, strange, twice] = bills as [BillRow, BillRow, BillRow, BillRow];
  const books = new Map([
    [paid.ref1, { status: 200, body: JSON.stringify([confirmed(paid)]) }],
    [broken.ref1, { status: 503, body: 'busy' }],
    [strange.ref1, { status: 200, body: JSON.stringify([{ amount: 'much' }]) }],
    [twice.ref1, { status: 200, body: JSON.stringify([{ ...confirmed(twice), amount: '1.00' }, { ...confirmed(twice), transactionId: 'SECOND' }]) }],
  ]);
  bookOf = (ref1) => books.get(ref1) ?? nothing;
  expect(await inquirer().inquire(0)).toBe(2);
  expect(await Promise.all(bills.map(async ({ application_id }) => (await billOf(running, application_id)).status))).toEqual(['paid', 'due', 'due', 'paid']);
  expect(failures).toHaveLength(2);
});
