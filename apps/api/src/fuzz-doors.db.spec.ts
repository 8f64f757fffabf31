import { createHash } from 'node:crypto';
import { signMessage } from '@anuyat/http';
import { webhookSecretOf } from '@anuyat/agency-systems/webhook-signature';
import fc, { type Arbitrary } from 'fast-check';
import { open } from './cases/testing/walk';
import { laemChabangCafe } from './cases/testing/answers';
import { people } from './testing/access-world';
import { workingSystem } from './testing/agency-system';
import { problemIn } from './testing/problem-in';
import { sendBytes, type RawAnswer } from './testing/raw-http';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';
import type { SystemCaller } from './testing/system-caller';

/** The same every time; `npm run fuzz -- --seed N --requests N` makes others. */
const seed = Number(process.env['FUZZ_SEED'] ?? 25_691_122);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_400);
/** Of each; by default fewer than what one person may do that costs much before they have to wait. */
const numRuns = Math.ceil(requests / 40);

type Line = [name: string, value: string];
interface Sent {
  method: string;
  path: string;
  lines: Line[];
  body: Buffer;
}

let portal: TestPortal;
let system: SystemCaller & { id: string };
interface Sender {
  cookie: string;
  caseId: string;
}
/** Who begins uploads, and who sends parts: each has an allowance of their own. */
let [beginner, sender]: Sender[] = [];
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  system = await workingSystem(portal);
  const senderOf = async (hint: string): Promise<Sender> => ({ caseId: (await open(portal, hint, laemChabangCafe)).id, cookie: `anuyat-session=${(await portal.caller(hint)).token}` });
  [beginner, sender] = [await senderOf(people.owner), await senderOf(people.otherApplicant)];
}, 60_000);
afterAll(() => portal.close());

const odd = [
  '', ' ', '"', '""', '\\', ';', '=', ',', ':', '()', '(', 'sig=', 'sig=()', 'sig=("@method" "@target-uri")', ';created=', '?1', ':AAAA:', ':=:', '-1', '0', '1e9', '1e400', '9'.repeat(60), '9'.repeat(4_000), '0x10', '+5', '5 5', 'NaN', 'null', 'undefined', '%00', '\u00ff\u00fe',
  'Ã\u00a0¸', 'a,b', 'a, a', '*', '../..', '__proto__', 'constructor', 't=', 't=1,v1=', `t=1,v1=${'0'.repeat(64)}`, `t=${'9'.repeat(12)},v1=${'f'.repeat(64)}`, 'sha-256=', 'sha-256=::', `sha-256=:${'A'.repeat(43)}=:`, 'filename', 'filename !!!', 'filename AAAA,filename AAAA', 'code AA==', 'sha1', 'sha1 =', `sha256 ${'A'.repeat(90)}`,
  'chunked', 'identity', 'gzip', 'application/json', 'application/json; charset=utf-16', 'text/plain', 'multipart/form-data; boundary=', 'x'.repeat(9_000), 'bytes=0-', '100-continue',
];
const oddHeaders = ['signature', 'signature-input', 'content-digest', 'idempotency-key', 'x-bank-signature', 'webhook-id', 'webhook-timestamp', 'webhook-signature', 'tus-resumable', 'upload-length', 'upload-offset', 'upload-metadata', 'upload-checksum', 'upload-defer-length', 'content-type', 'content-encoding', 'accept', 'accept-language', 'x-http-method-override', 'x-forwarded-for', 'origin', 'range', 'if-match', 'expect', 'te', 'trailer'];

type Change = (sent: Sent) => Sent;
const withLines = (sent: Sent, lines: Line[]): Sent => ({ ...sent, lines });
const at = <T>(all: readonly T[], place: number): number => Math.floor(place * all.length);
const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const value = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => text.replace(/[\p{Cc}]/gu, '')));

/** What goes wrong on the way: a header is missing, twice, otherwise written, cut or strange; a body is cut, changed, doubled or nothing. */
const change: Arbitrary<Change> = fc.oneof(
  fc.tuple(place, value).map(([p, v]): Change => (sent) => withLines(sent, sent.lines.map(([name, old], n) => [name, n === at(sent.lines, p) ? v : old]))),
  place.map((p): Change => (sent) => withLines(sent, sent.lines.filter((_, n) => n !== at(sent.lines, p)))),
  place.map((p): Change => (sent) => withLines(sent, [...sent.lines, ...sent.lines.slice(at(sent.lines, p)).slice(0, 1)])),
  fc.tuple(fc.constantFrom(...oddHeaders), value).map(([name, v]): Change => (sent) => withLines(sent, [...sent.lines, [name, v]])),
  fc.tuple(place, place, value).map(([p, q, v]): Change => (sent) => withLines(sent, sent.lines.map(([name, old], n) => [name, n === at(sent.lines, p) ? old.slice(0, at([...old], q)) + v + old.slice(at([...old], q) + 1) : old]))),
  fc.tuple(place, value).map(([p, v]): Change => (sent) => ({ ...sent, body: Buffer.concat([sent.body.subarray(0, at([...sent.body], p)), Buffer.from(v, 'latin1'), sent.body.subarray(at([...sent.body], p))]) })),
  place.map((p): Change => (sent) => ({ ...sent, body: sent.body.subarray(0, at([...sent.body], p)) })),
  fc.uint8Array({ maxLength: 60 }).map((bytes): Change => (sent) => ({ ...sent, body: Buffer.from(bytes) })),
  fc.constantFrom('GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND').map((method): Change => (sent) => ({ ...sent, method })),
  fc.constantFrom('?', '?a=b&a=c', '?%', '/', '//', '/.', '/%2e%2e', '#x', '%0d%0a').map((tail): Change => (sent) => ({ ...sent, path: sent.path + tail })),
);
const changes = fc.array(change, { minLength: 1, maxLength: 3 });
const apply = (sent: Sent, all: readonly Change[]): Sent => all.reduce((now, each) => each(now), sent);

async function sendTo(port: number, { method, path, lines, body }: Sent): Promise<RawAnswer[]> {
  const head = [`${method} ${path} HTTP/1.1`, 'host: localhost', 'connection: close', `content-length: ${body.length}`, ...lines.map(([name, text]) => `${name}: ${text}`)].join('\r\n');
  return sendBytes(port, Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), body]));
}

/** One answer, at least; none of them a failure; each refusal a problem that says nothing of what is inside. */
function areAnswers(answers: readonly RawAnswer[], method: string): void {
  expect(answers.length).toBeGreaterThan(0);
  for (const { status, head, body } of answers) {
    expect([status, body.slice(0, 300)]).toEqual([expect.any(Number), expect.any(String)]);
    if (status >= 500) throw new Error(`${status}: ${head}\n${body}`);
    if (status < 400 || method === 'HEAD') continue;
    const text = Buffer.from(body, 'latin1').toString('utf8');
    const headers = Object.fromEntries(head.split('\r\n').slice(1).map((line) => line.split(/: (.*)/s)));
    problemIn({ status, headers: { ...headers, 'content-type': String(headers['content-type']) }, body: JSON.parse(text) });
  }
}

const fuzz = (name: string, make: () => Promise<Sent> | Sent, port: () => number, hold = areAnswers, resign?: (sent: Sent) => Sent | Promise<Sent>): void => {
  it(`${name} (seed ${seed})`, async () => {
    await fc.assert(fc.asyncProperty(changes, async (all) => {
      const changed = apply(await make(), all);
      const sent = resign ? await resign(changed) : changed;
      const answers = await sendTo(port(), sent);
      try {
        hold(answers, sent.method);
      } catch (error) {
        throw new Error(`${JSON.stringify({ ...sent, lines: sent.lines.map(([name, text]) => [name, text.slice(0, 100)]), body: sent.body.toString('latin1').slice(0, 300) })}\n${(error as Error).message}`);
      }
    }), { seed, numRuns, endOnFailure: true });
  }, 60_000 + requests * 10);
};

const portalPort = (): number => portal.configuration.PORT;
const sql = <T>(text: string): Promise<T[]> => portal.running.source.query(text);
const json = (body: object): Buffer => Buffer.from(JSON.stringify(body));
const lined = (headers: Record<string, string>): Line[] => Object.entries(headers);

describe('doors that are opened by a signature or a protocol of their own, given what no honest sender sends', () => {
  const payment = json({ transactionId: 'T-FUZZ', payeeProxyId: '099400000000000', billPaymentRef1: 'NOBODY', billPaymentRef2: 'X', amount: '1250.00' });
  const signedByBank = (body: Buffer): Line[] => [['content-type', 'application/json'], ['x-bank-signature', signMessage(portal.configuration.BANK_CALLBACK_SECRET, body, new Date())]];
  fuzz('the bank’s word, changed after it was signed', () => ({ method: 'POST', path: '/api/payments/callback', lines: signedByBank(payment), body: payment }), portalPort);
  fuzz('the bank’s word, strange and rightly signed', () => ({ method: 'POST', path: '/api/payments/callback', lines: [], body: payment }), portalPort, areAnswers, (sent) => ({ ...sent, lines: [...signedByBank(sent.body), ...sent.lines] }));

  const claim = async (): Promise<Sent> => {
    const body = json({ type: 'review.claim' });
    const path = `/api/applications/${sender?.caseId}/events`;
    const { signed } = await signedBySystem(path, body);
    return { method: 'POST', path, lines: signed, body };
  };
  const signedBySystem = async (path: string, body: Buffer): Promise<{ signed: Line[] }> => {
    let signed: Line[] = [];
    await system.send('POST', path, body.toString(), { 'content-type': 'application/json', 'idempotency-key': 'fuzz-key' }, { change: ({ headers }) => ((signed = lined(headers)), { path: '/api/health', body: undefined, headers: {} }) }).catch(() => undefined);
    return { signed };
  };
  fuzz('what an agency’s system signed, changed on its way', claim, portalPort);

  const begin = ({ cookie, caseId }: Sender): Sent => ({
    method: 'POST', path: '/api/uploads', body: Buffer.alloc(0),
    lines: lined({ cookie, 'tus-resumable': '1.0.0', 'upload-length': '2000', 'upload-metadata': `caseId ${Buffer.from(caseId).toString('base64')},code ${Buffer.from('floor-plan').toString('base64')},filename ${Buffer.from('แปลน.pdf').toString('base64')}` }),
  });
  fuzz('the beginning of an upload', () => begin(beginner as Sender), portalPort);
  let upload = '';
  const part = async (): Promise<Sent> => {
    const { cookie, caseId } = sender as Sender;
    if (upload === '') [, upload = ''] = /location: (\S+)/.exec((await sendTo(portalPort(), begin(sender as Sender)))[0]?.head ?? '') ?? [];
    const body = Buffer.alloc(40, 'p');
    return { method: 'PATCH', path: upload || `/api/uploads/${caseId}`, body, lines: lined({ cookie, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'upload-checksum': `sha256 ${createHash('sha256').update(body).digest('base64')}` }) };
  };
  fuzz('a part of an upload', part, portalPort);

  const message = (): Sent => {
    const body = json({ type: 'task.waiting', timestamp: new Date(), data: {} });
    return { method: 'POST', path: '/agency-system/messages', body, lines: lined({ 'content-type': 'application/json', 'webhook-id': 'm-1', 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)), 'webhook-signature': `v1,${createHash('sha256').update(webhookSecretOf('x', 'y')).digest('base64')}` }) };
  };
  fuzz('a message to the back office that the sandbox plays', message, () => Number(new URL(String(portal.configuration.SANDBOX_URL)).port), (answers) => {
    for (const { status, body } of answers) if (status >= 500) throw new Error(`${status}: ${body}`);
    expect(answers.length).toBeGreaterThan(0);
  });

  it('none of it paid, decided or kept anything, and every door still works', async () => {
    expect(await sql(`SELECT (SELECT count(*) FROM payment WHERE bill_id IS NOT NULL)::int AS paid, (SELECT count(*) FROM task WHERE status <> 'open')::int AS decided, (SELECT count(*) FROM document)::int AS papers`)).toEqual([{ paid: 0, decided: 0, papers: 0 }]);
    const bank = json({ ...(JSON.parse(payment.toString()) as object), transactionId: 'T-AS-IT-SHOULD-BE' });
    const asTheyShouldBe = [{ method: 'POST', path: '/api/payments/callback', lines: signedByBank(bank), body: bank }, await claim(), begin(sender as Sender)];
    const said = [];
    for (const sent of asTheyShouldBe) said.push(...(await sendTo(portalPort(), sent)).map(({ status, body }) => [status, /"code":"([\w-]+)"/.exec(body)?.[1]]));
    expect(said).toEqual([[200, undefined], [404, 'not-found'], [201, undefined]]);
    expect(portal.told.filter(({ message: words }) => /TypeError|Cannot read|undefined is not/.test(words))).toEqual([]);
  });
});
