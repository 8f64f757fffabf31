import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import type { SessionView } from '@anuyat/contract';
import { must, open } from './cases/testing/walk';
import { laemChabangCafe } from './cases/testing/answers';
import { createWorld, people, type World } from './testing/access-world';
import { arbitraryRequests, type ArbitraryRequest, type Hints } from './testing/arbitrary-requests';
import { leavesOf } from './testing/fields';
import { problemIn } from './testing/problem-in';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

/** The same requests every time; another number makes others. */
const seed = 25_691_122;
const requests = 300;

let portal: TestPortal;
let world: World;
let description: OpenAPIObject;
beforeAll(async () => {
  portal = await startTestPortal({ withWorker: true });
  world = await createWorld(portal);
  description = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
}, 60_000);
afterAll(() => portal.close());

/** Signing out would end the walk; a stream has no end. */
const isLeftOut = (operation: string): boolean => operation === 'POST /api/auth/logout' || operation.endsWith('/stream');

/** Names of things that are there, and facts and events that the case's licences know. */
async function hintsFor(who: 'owner' | 'officer'): Promise<Hints> {
  const { file, done } = world;
  const draft = await open(portal, people.owner, laemChabangCafe);
  const sessions = must(await portal.call<SessionView[]>(people[who], 'GET', '/api/auth/sessions'), 200);
  const events = Object.keys(portal.running.library.findNewestLicence('factory-type-3')?.definition.events ?? {});
  const paths = leavesOf(file.answers).map(({ path }) => path);
  const any = fc.oneof(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('\u0000', '\ud800', 'ก', null, 1e308, -0.1));
  const note = fc.oneof({ weight: 4, arbitrary: fc.string({ maxLength: 40 }) }, { weight: 1, arbitrary: any });
  const item = fc.record({ kind: fc.constantFrom('fact', 'document', 'x'), target: fc.constantFrom(...paths, 'factory-layout', 'sign-photos'), message: note });
  const changes = fc.dictionary(fc.constantFrom(...paths, 'signs', 'applicant', 'premises.address', 'place.province'), any, { maxKeys: 5 });
  return {
    'cases.id': fc.constantFrom(draft.id, draft.id, world.draftId, file.id, done.id),
    'applications.id': fc.oneof({ weight: 3, arbitrary: fc.constant(world.applicationId('factory-type-3')) }, { weight: 1, arbitrary: fc.constantFrom(...[...file.details, ...done.details].map(({ id }) => id)) }),
    'documents.id': fc.constantFrom(...file.documents.map(({ id }) => id)),
    'tasks.id': fc.constantFrom(...file.details.map(({ code }) => world.task(code).id)),
    'bills.id': fc.constantFrom(...done.bills.map(({ id }) => id)),
    'sessions.id': fc.constantFrom('0'.repeat(64), ...sessions.filter(({ isThisOne }) => !isThisOne).map(({ id }) => id)),
    base: fc.constantFrom(0, 1, 2, 3),
    revision: fc.constantFrom(1, 2, 3),
    answersRevision: fc.constantFrom(1, 2),
    documentId: fc.constantFrom(...file.documents.map(({ id }) => id), world.draftDocumentId),
    number: fc.constantFrom(...done.licences.map(({ number }) => number), 'FT3-NOWHERE-2569-00001'),
    code: fc.constantFrom('open-a-restaurant', 'factory-in-an-estate', 'factory-type-3', 'signboard-tax'),
    journey: fc.constantFrom('open-a-restaurant', 'factory-in-an-estate'),
    type: fc.constantFrom(...events),
    data: fc.record({ note, items: fc.array(item, { maxLength: 3 }), plannedFor: fc.oneof(fc.date({ noInvalidDate: true, min: new Date('2026-01-01'), max: new Date('2030-01-01') }).map((date) => date.toISOString()), any), result: fc.constantFrom('passed', 'failed'), findings: note, facts: note, law: note, considerations: note, changes, documents: fc.array(any, { maxLength: 2 }) }, { requiredKeys: [] }),
    changes,
    answers: fc.record({ applicant: fc.record({ kind: any }, { requiredKeys: [] }), premises: fc.oneof(any, fc.record({ areaSqm: any, estate: any, address: any }, { requiredKeys: [] })), workers: any, machinery: any, factory: any, plan: any }, { requiredKeys: [] }),
    province: fc.constantFrom('10', '21', '99'),
    district: fc.constantFrom('1039', '2106'),
    login_hint: fc.constantFrom('somchai', 'nobody'),
  };
}

const isJson = /^application\/json; charset=utf-8$/;
/** What a `GET` that works gives, where it is not JSON. */
const kinds: Record<string, RegExp> = {
  'GET /api/licence-types/{code}/manual.jsonld': /^application\/ld\+json; charset=utf-8$/,
  'GET /api/licences/{number}/credential': /^application\/dc\+sd-jwt/,
  'GET /api/licences/{number}/pdf': /^application\/pdf$/,
  'GET /api/bills/{id}/receipt': /^application\/pdf$/,
  'GET /api/documents/{id}/content': /^(application\/pdf|image\/(png|jpeg))$/,
};

async function holds(who: 'owner' | 'officer', { operation, method, path, payload, headers }: ArbitraryRequest): Promise<void> {
  const reply = await portal.call(people[who], method, path, payload, headers);
  if (reply.status >= 400) {
    expect(problemIn(reply).status).toBeLessThan(500);
    return;
  }
  if (reply.status === 204) expect(reply.body).toHaveLength(0);
  if (method !== 'GET' || reply.status !== 200) return;
  expect(String(reply.headers['content-type'])).toMatch(kinds[operation] ?? isJson);
  expect(String(reply.headers['cache-control'])).toMatch(/^\/api\/reference\/(?!holidays)/.test(path) ? /^public, max-age=3600$/ : /^no-store$/);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
}

describe('the OpenAPI document', () => {
  const operations = () => Object.entries(description.paths).flatMap(([path, item]) => (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => (item[method] ? [{ name: `${method.toUpperCase()} ${path}`, operation: item[method] }] : [])));
  const schemaOf = (name: string) => description.components?.schemas?.[name] as { required?: string[]; properties: Record<string, object> };

  it('says of every body what it must be, from the very checks that it passes', () => {
    expect(schemaOf('OpenCaseDto')).toMatchObject({ required: ['journey', 'answers'], properties: { journey: { type: 'string', maxLength: 60, pattern: '^[a-z0-9-]+$' }, answers: { type: 'object' }, licences: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 60 } } } });
    expect(schemaOf('EventRequestDto')).toMatchObject({ required: ['type'], properties: { type: { maxLength: 100 }, data: { type: 'object' }, revision: { type: 'integer', minimum: 1 } } });
    expect(schemaOf('SubmitCaseDto').properties['declaresTruth']).toMatchObject({ enum: [true] });
    expect(schemaOf('HolidaysDto').properties['days']).toMatchObject({ type: 'array', minItems: 1, maxItems: 60, items: { $ref: '#/components/schemas/HolidayDto' } });
    const bodies = operations().flatMap(({ name, operation }) => (operation.requestBody ? [[name, operation.requestBody] as const] : []));
    expect(bodies.map(([name]) => name)).toContain('POST /api/cases/{id}/documents');
    for (const [, body] of bodies) expect(JSON.stringify(body)).toMatch(/"\$ref":"#\/components\/schemas\/\w+"|"properties":\{"/);
    for (const [name, schema] of Object.entries(description.components?.schemas ?? {})) expect([name, Object.keys((schema as { properties: object }).properties)]).not.toEqual([name, []]);
  });

  it('says of every query what it may be, and of every id that is a UUID', () => {
    const tasks = description.paths['/api/tasks']?.get?.parameters;
    expect(tasks).toContainEqual({ name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 100 } });
    expect(tasks).toContainEqual({ name: 'sort', in: 'query', required: false, schema: { type: 'string', enum: ['due', 'new'] } });
    expect(description.paths['/api/cases/{id}']?.get?.parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]);
    expect(description.paths['/api/applications/{id}/events']?.post?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
  });

  it('says of every operation who may call it and that errors are problem documents', () => {
    for (const { name, operation } of operations()) {
      expect([name, JSON.stringify(operation.responses['default'])]).toEqual([name, expect.stringContaining('application/problem+json')]);
      expect([name, (operation as { 'x-allowed'?: string[] })['x-allowed'] ?? []]).toEqual([name, operation.security ? expect.arrayContaining([expect.any(String)]) : []]);
    }
    expect(operations().filter(({ operation }) => operation.security).map(({ name }) => name)).toEqual(expect.arrayContaining(['GET /api/cases', 'GET /api/tasks', 'GET /api/monitor/overview', 'PUT /api/reference/holidays']));
    expect(schemaOf('Problem').properties['code']).toMatchObject({ enum: expect.arrayContaining(['stale-revision', 'temporarily-unavailable']) });
  });
});

describe('random requests, made from the OpenAPI document', () => {
  it.each(['owner', 'officer'] as const)(`as the %s: whatever is sent, never a failure, always a problem document where it is refused (seed ${seed})`, async (who) => {
    const request = arbitraryRequests(description, await hintsFor(who), isLeftOut);
    const seen = new Set<string>();
    await fc.assert(fc.asyncProperty(request, async (each) => {
      await holds(who, each);
      seen.add(each.operation);
    }), { seed, numRuns: requests, endOnFailure: true });
    expect(seen.size).toBeGreaterThan(45);
    must(await portal.call(people[who], 'GET', '/api/auth/sessions'), 200);
  }, 60_000);
});
