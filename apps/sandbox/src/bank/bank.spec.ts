import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { freePort } from '@anuyat/database/testing';
import { isSignedMessage } from '@anuyat/http/signed-message';
import { startSandbox } from '../start-sandbox';
import { startTestSandbox } from '../testing/start-test-sandbox';
import type { PaymentConfirmation } from './bank-transaction';

interface Told {
  body: PaymentConfirmation;
  isSigned: boolean;
}

describe('the sandbox’s bank', () => {
  let portal: Server;
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let told: Told[] = [];
  let answer: (count: number) => { status: number; body: string };
  const arrivals = new EventTarget();
  const understood = { status: 200, body: '{"resCode":"00","resDesc":"success"}' };

  beforeAll(async () => {
    const port = await freePort();
    portal = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const raw = Buffer.concat(chunks);
      const isSigned = isSignedMessage(sandbox.settings.callbackSecret, String(request.headers['x-bank-signature']), raw, new Date());
      told.push({ body: JSON.parse(raw.toString()) as PaymentConfirmation, isSigned });
      const { status, body } = answer(told.length);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      arrivals.dispatchEvent(new Event('told'));
    }).listen(port, '127.0.0.1');
    await once(portal, 'listening');
    sandbox = await startTestSandbox(port);
  });
  beforeEach(() => {
    told = [];
    answer = () => understood;
  });
  afterAll(async () => {
    await sandbox.close();
    portal.close();
    portal.closeAllConnections();
  });

  const untilTold = async (count: number) => {
    while (told.length < count) await once(arrivals, 'told');
  };
  let serial = 0;
  const order = () => ({ ref1: `BILL${++serial}`, ref2: 'X7', amount: '1250.00', orderId: `order-${serial}-of-this-test` });
  const pay = async (body: object, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${sandbox.settings.url}/bank/pay`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return { status: reply.status, body: (await reply.json()) as PaymentConfirmation & { error?: string } };
  };
  const bookOf = async (ref1: string) => (await (await fetch(`${sandbox.settings.url}/bank/transactions?ref1=${ref1}`)).json()) as PaymentConfirmation[];

  it('tells the portal of a payment, signed, in the shape of Thai banks', async () => {
    const wanted = order();
    const { status, body } = await pay(wanted);
    await untilTold(1);
    expect(status).toBe(201);
    expect(told[0]?.isSigned).toBe(true);
    expect(told[0]?.body).toEqual(body);
    expect(body).toMatchObject({ billPaymentRef1: wanted.ref1, billPaymentRef2: 'X7', amount: '1250.00', currencyCode: '764', transactionDateandTime: expect.stringMatching(/T.*\+07:00$/) });
    expect(await bookOf(wanted.ref1)).toEqual([body]);
  });

  it('tells again until it hears that it was understood', async () => {
    const answers = [{ status: 503, body: 'busy' }, { status: 200, body: '{"resCode":"99"}' }, understood];
    answer = (count) => answers[count - 1] ?? understood;
    const { body } = await pay(order());
    await untilTold(3);
    expect(told.map((one) => one.body.transactionId)).toEqual([body.transactionId, body.transactionId, body.transactionId]);
  });

  it('books one order once, however often the button is pressed', async () => {
    const wanted = order();
    const [one, two] = [await pay(wanted), await pay(wanted)];
    expect(two.body.transactionId).toBe(one.body.transactionId);
    expect(await bookOf(wanted.ref1)).toHaveLength(1);
  });

  it.each([
    ['a bill without a reference', { ref1: '', amount: '1.00' }],
    ['a reference with other letters', { ref1: 'ใบแจ้ง', amount: '1.00' }],
    ['a reference that is too long', { ref1: 'A'.repeat(21), amount: '1.00' }],
    ['nothing to pay', { ref1: 'BILL', amount: '0.00' }],
    ['a negative amount', { ref1: 'BILL', amount: '-5.00' }],
    ['an amount in words', { ref1: 'BILL', amount: 'much' }],
    ['parts of a satang', { ref1: 'BILL', amount: '1.001' }],
  ])('refuses %s', async (_, body) => {
    expect(await pay(body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    expect(told).toHaveLength(0);
  });

  it('fails as it is told to: a confirmation that never comes, while the book has the payment', async () => {
    const [dropped, next] = [order(), order()];
    await pay(dropped, { 'x-sandbox-fault': 'drop' });
    await pay(next);
    await untilTold(1);
    expect(told.map((one) => one.body.billPaymentRef1)).toEqual([next.ref1]);
    expect(await bookOf(dropped.ref1)).toHaveLength(1);
  });

  it('fails as it is told to: twice, late, or with a wrong amount', async () => {
    const { body: twice } = await pay(order(), { 'x-sandbox-fault': 'duplicate' });
    await untilTold(2);
    expect(told.map((one) => one.body.transactionId)).toEqual([twice.transactionId, twice.transactionId]);
    told = [];
    const [late, prompt] = [order(), order()];
    await pay(late, { 'x-sandbox-fault': 'delay' });
    await pay(prompt);
    await untilTold(2);
    expect(told.map((one) => one.body.billPaymentRef1)).toEqual([prompt.ref1, late.ref1]);
    told = [];
    const wrong = order();
    await pay(wrong, { 'x-sandbox-fault': 'wrong-amount' });
    await untilTold(1);
    expect(told[0]).toMatchObject({ isSigned: true, body: { amount: '1251.00' } });
    expect((await bookOf(wrong.ref1))[0]?.amount).toBe('1250.00');
    expect((await pay(order(), { 'x-sandbox-fault': 'explode' })).status).toBe(400);
  });

  it('pays from its page with one button and leads back to the portal, nowhere else', async () => {
    const back = `${sandbox.settings.portalUrls[0]}/cases/1`;
    const shown = async (to: string) => (await fetch(`${sandbox.settings.url}/bank/pay?${new URLSearchParams({ ref1: 'PAGE1', ref2: 'R2', amount: '20', back: to }).toString()}`, { headers: { accept: 'text/html' } })).text();
    const page = await shown(back);
    expect(page).toContain('จ่าย 20.00 บาท');
    expect(await shown('https://evil.example/')).not.toContain('evil.example');
    expect(await shown('"><script>alert(1)</script>')).not.toContain('<script');
    const fields = new URLSearchParams([...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']): [string, string] => [name, value]));
    const reply = await fetch(`${sandbox.settings.url}/bank/pay`, { method: 'POST', headers: { accept: 'text/html' }, body: fields });
    await untilTold(1);
    expect(reply.url).toContain('/bank/receipt?');
    const receipt = await reply.text();
    expect(receipt).toContain('จ่ายแล้ว');
    expect(receipt).toContain(`href="${back}"`);
    expect(told[0]?.body).toMatchObject({ billPaymentRef1: 'PAGE1', amount: '20.00' });
  });

  it('keeps its book over a restart and tells what it had not told', async () => {
    answer = () => ({ status: 503, body: '{}' });
    const other = await startTestSandbox(0, { callbackUrl: sandbox.settings.callbackUrl });
    const wanted = order();
    await fetch(`${other.settings.url}/bank/pay`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(wanted) });
    await untilTold(1);
    const { settings } = other;
    const copy = await startSandbox({ ...settings, port: await freePort(), mailPort: await freePort() });
    told = [];
    answer = () => understood;
    await untilTold(1);
    expect(told[0]?.body.billPaymentRef1).toBe(wanted.ref1);
    await copy.close();
    await other.close();
  });
});
