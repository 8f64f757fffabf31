import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { signMessage } from '@anuyat/http';
import type { AnswersSaved, CaseView, EventReply, Problem } from '@anuyat/contract';
import { laemChabangCafe } from './cases/testing/answers';
import type { Reply } from './cases/testing/test-api';
import { add, fill, must, open, pdf, png, submit } from './cases/testing/walk';
import { people, seatReviewer } from './testing/access-world';
import type { Method, Payload } from './testing/caller';
import { fileOnOwnLand } from './testing/estate-case';
import { fingerprint } from './testing/fingerprint';
import { problemIn } from './testing/problem-in';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

const applicant = people.owner;
const officer = people.officer;

let portal: TestPortal;
let draft: CaseView;
let file: CaseView;
/** The factory licence asked for, whose papers the estate's office found complete; its revision is 2. */
let factory: string;
const firstKey = randomUUID();
const accepted = { type: 'factory.accepted', data: { note: 'ครบ' } };

beforeAll(async () => {
  portal = await startTestPortal();
  await seatReviewer(portal);
  draft = await open(portal, applicant, laemChabangCafe);
  file = await fileOnOwnLand(portal, applicant);
  factory = file.details.find(({ code }) => code === 'factory-type-3')?.id ?? '';
  must(await portal.call(officer, 'POST', `/api/applications/${factory}/events`, accepted, { 'idempotency-key': firstKey }), 200);
}, 60_000);
afterAll(() => portal.close());

type Expected = Partial<Omit<Problem, 'status' | 'code'>>;
type Try = () => Promise<Reply<unknown>>;

const call = (hint: string | null, method: Method, path: string, payload?: Payload, headers?: Record<string, string>): Promise<Reply<unknown>> => portal.call(hint, method, path, payload, headers);
const event = (body: Payload, { by = officer, id = factory, key = randomUUID() as string }: { by?: string; id?: string; key?: string } = {}): Promise<Reply<unknown>> =>
  call(by, 'POST', `/api/applications/${id}/events`, body, { 'content-type': 'application/json', 'idempotency-key': key });
const patch = (body: Payload): Promise<Reply<unknown>> => call(applicant, 'PATCH', `/api/cases/${draft.id}/answers`, body, { 'content-type': 'application/json' });
const plan = (answers: object): Promise<Reply<unknown>> => call(null, 'POST', '/api/journeys/open-a-restaurant/plan', { answers });
const field = (path: string, code?: string): Expected => ({ fields: [expect.objectContaining({ path, ...(code ? { code } : {}) })] });

/** Refused with the problem, and nothing that people have in the portal is different afterwards. */
async function isRefused(send: Try, status: number, code: string, more: Expected = {}): Promise<void> {
  const before = await fingerprint(portal.running.source);
  const reply = await send();
  expect({ ...problemIn(reply), status: reply.status }).toMatchObject({ status, code, ...more });
  expect(await fingerprint(portal.running.source)).toEqual(before);
}

describe('an event', () => {
  it.each<[string, Try, number, string, Expected?]>([
    ['that no such licence has', () => event({ type: 'factory.blessed' }), 400, 'unknown-event', { accepts: expect.arrayContaining(['factory.inspectionPlanned', 'withdrawn']) }],
    ['that every object has', () => event({ type: 'constructor' }), 400, 'unknown-event'],
    ['that is not due', () => event({ type: 'factory.approved' }), 409, 'event-not-accepted', { accepts: expect.arrayContaining(['factory.inspectionPlanned']), currentRevision: 2 }],
    ['after somebody else’s', () => event({ type: 'factory.inspectionPlanned', data: { plannedFor: '2027-01-05T03:00:00.000Z' }, revision: 1 }), 409, 'stale-revision', { currentRevision: 2, changes: [{ revision: 2, type: 'factory.accepted', at: expect.any(String), by: 'อมตะ รุ่งเรือง' }] }],
    ['under a key of another', () => event({ type: 'factory.accepted', data: {} }, { key: firstKey }), 409, 'key-reused'],
    ['without a key', () => call(officer, 'POST', `/api/applications/${factory}/events`, accepted), 400, 'key-missing'],
    ['under a key without end', () => event(accepted, { key: 'k'.repeat(101) }), 400, 'key-missing'],
    ['of another’s role', () => event({ type: 'withdrawn' }), 403, 'not-allowed'],
    ['of another’s right', () => event({ type: 'factory.inspectionPlanned', data: { plannedFor: '2027-01-05T03:00:00.000Z' } }, { by: people.reviewer }), 403, 'not-allowed'],
    ['of another office', () => event(accepted, { by: people.neighbour }), 404, 'not-found'],
    ['for an id that is none', () => event(accepted, { id: 'not-a-uuid' }), 400, 'bad-request'],
    ['without what it must say', () => event({ type: 'factory.inspectionPlanned', data: {} }), 422, 'answers-invalid', field('data.plannedFor', 'missing')],
    ['with more than it may say', () => event({ type: 'factory.inspectionPlanned', data: { plannedFor: '2027-01-05T03:00:00.000Z', secret: 1 } }), 422, 'answers-invalid', field('data.secret')],
    ['with data that is no object', () => event({ type: 'factory.accepted', data: [1] }), 400, 'bad-request', field('data')],
    ['of a revision that is none', () => event({ type: 'factory.accepted', revision: 0 }), 400, 'bad-request', field('revision')],
    ['of no type', () => event({ data: {} }), 400, 'bad-request', field('type')],
    ['with a type that is no name', () => event({ type: "x'; DROP TABLE history" }), 400, 'bad-request', field('type')],
    ['nested without end', () => event(`{"type":"factory.accepted","data":${'{"note":'.repeat(30_000)}1${'}'.repeat(30_000)}}`), 400, 'bad-request'],
  ])('%s is refused, and nothing is different', async (...[, send, status, code, more]) => isRefused(send, status, code, more));

  it('asking for what the public manual does not list is refused at the item', async () => {
    const tax = file.details.find(({ code }) => code === 'signboard-tax')?.id ?? '';
    const items = [{ kind: 'document', target: 'sign-photos', message: 'ไม่ชัด' }, { kind: 'document', target: 'house-registration', message: 'ขอเพิ่ม' }];
    await isRefused(() => event({ type: 'revenue.asked', data: { note: 'โปรดส่งเพิ่ม', items } }, { by: people.sameCase, id: tax }), 422, 'answers-invalid', field('data.items.1.target', 'not-in-manual'));
  });

  it('that was taken is answered the same when it comes again under its key', async () => {
    const reply = must(await event(accepted, { key: firstKey }) as Reply<EventReply>, 200);
    expect(reply).toMatchObject({ applicationId: factory, revision: 2, status: 'in-review' });
  });
});

describe('answers', () => {
  it.each<[string, Try, number, string, Expected?]>([
    ['of a journey that are of the wrong kind', () => plan({ premises: { areaSqm: 'large' } }), 422, 'answers-invalid', field('premises.areaSqm')],
    ['of a journey to questions that it does not ask', () => plan({ isAdmin: true }), 422, 'answers-invalid', field('isAdmin', 'unknown-field')],
    ['to what no form asks', () => patch({ base: 1, changes: { 'applicant.shoeSize': 42 } }), 422, 'answers-invalid', field('applicant.shoeSize', 'unknown-field')],
    ['of another shape', () => patch({ base: 1, changes: { 'applicant.firstName': { a: 1 } } }), 422, 'answers-invalid', field('applicant.firstName', 'wrong-shape')],
    ['on a revision that is not there yet', () => patch({ base: 99, changes: { 'applicant.firstName': 'ก' } }), 400, 'bad-request', { currentRevision: 1 }],
    ['of a case that was submitted', () => call(applicant, 'PATCH', `/api/cases/${file.id}/answers`, { base: file.answersRevision, changes: { 'business.nameTh': 'อื่น' } }), 409, 'case-already-submitted'],
    ['of another’s case', () => call(people.otherApplicant, 'PATCH', `/api/cases/${draft.id}/answers`, { base: 1, changes: {} }), 404, 'not-found'],
    ['that are not complete, to be submitted', () => submit(portal, applicant, draft.id, 1, randomUUID()), 422, 'case-incomplete', { fields: expect.arrayContaining([expect.objectContaining({ path: 'applicant.firstName', code: 'missing' }), expect.objectContaining({ path: 'documents.floor-plan' })]) }],
    ['that were submitted before', () => submit(portal, applicant, file.id, file.answersRevision, randomUUID()), 409, 'case-already-submitted'],
    ['to be submitted without a key', () => call(applicant, 'POST', `/api/cases/${draft.id}/submit`, { declaresTruth: true, answersRevision: 1 }), 400, 'key-missing'],
    ['to be submitted without the declaration', () => call(applicant, 'POST', `/api/cases/${draft.id}/submit`, { declaresTruth: 'yes', answersRevision: 1 }, { 'idempotency-key': randomUUID() }), 400, 'bad-request', field('declaresTruth')],
    ['to a journey that is not there', () => call(applicant, 'POST', '/api/cases', { journey: 'build-a-castle', answers: {} }), 400, 'bad-request', field('journey')],
  ])('%s are refused, and nothing typed is lost', async (...[, send, status, code, more]) => isRefused(send, status, code, more));

  it('with a wrong check digit are kept, told at the field, and not submitted', async () => {
    const { id, answersRevision } = await fill(portal, applicant, laemChabangCafe);
    const saved = must(await portal.call<AnswersSaved>(applicant, 'PATCH', `/api/cases/${id}/answers`, { base: answersRevision, changes: { 'applicant.personalId': '1234567890123' } }), 200);
    expect(saved.problems).toEqual([expect.objectContaining({ path: 'applicant.personalId', code: 'wrong-format' })]);
    await isRefused(() => submit(portal, applicant, id, saved.answersRevision, randomUUID()), 422, 'case-incomplete', field('applicant.personalId', 'wrong-format'));
    expect(must(await portal.call<CaseView>(applicant, 'GET', `/api/cases/${id}`), 200)).toMatchObject({ status: 'draft', answers: { applicant: { personalId: '1234567890123' } } });
  });

  it('of two windows to one field are both told', async () => {
    const { id } = await open(portal, applicant, laemChabangCafe);
    const save = (firstName: string) => portal.call(applicant, 'PATCH', `/api/cases/${id}/answers`, { base: 1, changes: { 'applicant.firstName': firstName }, window: randomUUID() });
    must(await save('สมชาย'), 200);
    await isRefused(() => save('สมหมาย'), 409, 'answers-changed', { currentRevision: 2, conflicts: [{ path: 'applicant.firstName', yours: 'สมหมาย', theirs: 'สมชาย' }] });
  });
});

describe('a file', () => {
  const upload = (code: string, name: string, content: Buffer): Try => () => add(portal, applicant, draft.id, code, name, content);

  it.each<[string, Try, number, string, Expected?]>([
    ['that is a program', upload('floor-plan', 'plan.pdf', Buffer.from('MZ\x90'.padEnd(300, '\0'), 'latin1')), 422, 'file-kind', field('documents.floor-plan')],
    ['whose name says another kind', upload('floor-plan', 'plan.pdf', png), 422, 'file-kind', field('documents.floor-plan')],
    ['of a kind that the paper does not take', upload('place-photos', 'photo.pdf', pdf()), 422, 'file-kind', field('documents.place-photos')],
    ['that is too large', upload('floor-plan', 'plan.pdf', Buffer.concat([pdf(), Buffer.alloc(11 * 1024 * 1024, 32)])), 413, 'file-too-large', field('documents.floor-plan')],
    ['that is empty', upload('floor-plan', 'plan.pdf', Buffer.alloc(0)), 422, 'file-empty', field('documents.floor-plan')],
    ['for a paper that nobody asks for', upload('diary', 'plan.pdf', pdf()), 400, 'bad-request', field('code', 'unknown-document')],
    ['for another’s case', () => add(portal, people.otherApplicant, draft.id, 'floor-plan', 'plan.pdf', pdf()), 404, 'not-found'],
    ['for a case that was submitted', () => add(portal, applicant, file.id, 'factory-layout', 'plan.pdf', pdf()), 409, 'case-already-submitted'],
    ['as JSON', () => call(applicant, 'POST', `/api/cases/${draft.id}/documents`, { code: 'floor-plan' }), 415, 'wrong-content-type'],
  ])('%s is refused, and nothing of it is kept', async (...[, send, status, code, more]) => isRefused(send, status, code, more));

  it('more than the paper takes is refused, and those that are there stay', async () => {
    const { id } = await open(portal, applicant, laemChabangCafe);
    for (let at = 0; at < 5; at++) must(await add(portal, applicant, id, 'floor-plan', `${at}.pdf`, pdf(at)), 201);
    await isRefused(() => add(portal, applicant, id, 'floor-plan', '5.pdf', pdf(5)), 422, 'file-too-many', field('documents.floor-plan'));
  });
});

describe('a request', () => {
  const raw = (payload: string, type = 'application/json'): Try => () => call(applicant, 'POST', '/api/cases', payload, { 'content-type': type });
  const wanted = JSON.stringify({ journey: laemChabangCafe.journey, answers: laemChabangCafe.questions });
  const from = (headers: Record<string, string>): Try => () => call(applicant, 'POST', '/api/cases', wanted, { 'content-type': 'application/json', ...headers });
  const get = (path: string): Try => () => call(officer, 'GET', path);

  it.each<[string, Try, number, string, Expected?]>([
    ['that breaks off', raw('{"journey":'), 400, 'bad-request'],
    ['that is empty', raw(''), 400, 'bad-request'],
    ['that is null', raw('null'), 400, 'bad-request'],
    ['that is a list', raw('[]'), 400, 'bad-request'],
    ['that is a number', raw('7'), 400, 'bad-request'],
    ['with a property that is not known', raw(wanted.replace('{', '{"status":"issued",')), 400, 'bad-request', field('status', 'whitelistValidation')],
    ['with __proto__', raw(wanted.replace('{', '{"__proto__":{"isAdmin":true},')), 400, 'bad-request'],
    ['with __proto__ in its answers', raw('{"journey":"open-a-restaurant","answers":{"__proto__":{"isAdmin":true}}}'), 400, 'bad-request'],
    ['with a constructor', raw(wanted.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')), 400, 'bad-request'],
    ['nested without end', raw(`{"journey":"open-a-restaurant","answers":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`), 400, 'bad-request'],
    ['that is too large', raw(`{"journey":"${'x'.repeat(1_100_000)}"}`), 413, 'body-too-large'],
    ['as text', raw(wanted, 'text/plain'), 415, 'wrong-content-type'],
    ['as a form', raw('journey=open-a-restaurant', 'application/x-www-form-urlencoded'), 415, 'wrong-content-type'],
    ['as XML', raw('<case/>', 'application/xml'), 415, 'wrong-content-type'],
    ['from another site’s page', from({ origin: 'https://evil.example' }), 403, 'wrong-origin'],
    ['from another site, as the browser says', from({ 'sec-fetch-site': 'cross-site' }), 403, 'wrong-origin'],
    ['from a page without an origin', from({ origin: 'null' }), 403, 'wrong-origin'],
    ['with a session that is none', () => call(null, 'GET', '/api/cases', undefined, { cookie: `anuyat-session=${'A'.repeat(43)}` }), 401, 'not-signed-in'],
    ['to an address that is none', get('/api/nothing'), 404, 'not-found'],
    ['to an address that cannot be read', get('/api/tasks/%zz'), 400, 'bad-request'],
    ['with a zero byte', get('/api/tasks?q=%00'), 400, 'bad-request'],
    ['with a zero byte in the path', get('/api/licences/%00/verify'), 400, 'bad-request'],
    ['in a way that the address does not take', () => call(applicant, 'PUT', '/api/cases', {}), 404, 'not-found'],
    ['to take away what cannot be', () => call(officer, 'DELETE', `/api/tasks/${randomUUID()}`), 404, 'not-found'],
    ['for an id that is none', get('/api/tasks/7'), 400, 'bad-request'],
    ['with a query that is not known', get('/api/tasks?order=1'), 400, 'bad-request', field('order', 'whitelistValidation')],
    ['with a query of the wrong kind', get('/api/tasks?limit=many'), 400, 'bad-request', field('limit')],
    ['with a query beyond its bounds', get('/api/tasks?limit=100000'), 400, 'bad-request', field('limit', 'max')],
    ['with a query twice', get('/api/tasks?q=a&q=b'), 400, 'bad-request', field('q')],
    ['for a page that no page led to', get('/api/tasks?after=bm9uc2Vuc2U'), 400, 'bad-request', field('after')],
    ['for a year that is none', get('/api/reference/holidays?year=12'), 400, 'bad-request', field('year', 'min')],
    ['for a journey that is not there', get('/api/journeys/__proto__'), 404, 'not-found'],
    ['for a kind of licence that is not there', get('/api/licence-types/constructor'), 404, 'not-found'],
  ])('%s is refused, and nothing is different', async (...[, send, status, code, more]) => {
    await isRefused(send, status, code, more);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it.each(['__proto__=1', 'constructor=1', '__proto__.isAdmin=1', 'constructor.prototype.isAdmin=1'])('with %s in its query changes nothing of what objects are', async (query) => {
    await call(officer, 'GET', `/api/tasks?${query}`);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(must(await call(officer, 'GET', '/api/tasks'), 200)).toMatchObject({ items: [] });
  });

  it.each([
    ['that is not HTTP', 'GET /api/cases HTTX/1.1\r\n\r\n', 400, 'bad-request'],
    ['with headers without end', `GET /api/cases HTTP/1.1\r\nhost: localhost\r\nx-long: ${'x'.repeat(40_000)}\r\n\r\n`, 413, 'body-too-large'],
    ['with a length and no length', 'POST /api/cases HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400, 'bad-request'],
  ])('%s is refused with a problem as well', async (_, bytes, status, code) => {
    const socket = connect(portal.configuration.PORT, '127.0.0.1');
    socket.write(bytes);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await once(socket, 'close');
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json; charset=utf-8');
    expect(JSON.parse(body)).toMatchObject({ status, code, title: { th: expect.any(String), en: expect.any(String) } });
  });
});

describe('what says that it comes from the bank', () => {
  const tell = (payload: string, headers: Record<string, string>): Try => () => call(null, 'POST', '/api/payments/callback', payload, { 'content-type': 'application/json', ...headers });
  const signed = (payload: string, at = new Date()): Try => tell(payload, { 'x-bank-signature': signMessage(portal.configuration.BANK_CALLBACK_SECRET, payload, at) });
  const payment = JSON.stringify({ transactionId: 'T-1', billPaymentRef1: 'NOBODY', amount: '1.00' });
  const hourAgo = () => new Date(Date.now() - 3_600_000);

  it.each<[string, () => Try, number, string, Expected?]>([
    ['without a signature', () => tell(payment, {}), 403, 'not-allowed'],
    ['with a signature for other bytes', () => tell(payment, { 'x-bank-signature': signMessage(portal.configuration.BANK_CALLBACK_SECRET, payment.replace('1.00', '9.00'), new Date()) }), 403, 'not-allowed'],
    ['with a signature of an hour ago', () => signed(payment, hourAgo()), 403, 'not-allowed'],
    ['and is signed, but is nothing', () => signed('null'), 400, 'bad-request'],
    ['and is signed, but is a list', () => signed('[]'), 400, 'bad-request'],
    ['and is signed, but says no amount', () => signed('{"transactionId":"T-1","billPaymentRef1":"X"}'), 400, 'bad-request', field('amount')],
    ['and is signed, but the amount is none', () => signed('{"transactionId":"T-1","billPaymentRef1":"X","amount":"-1"}'), 400, 'bad-request', field('amount')],
  ])('%s is refused', async (...[, send, status, code, more]) => isRefused(send(), status, code, more));
});
