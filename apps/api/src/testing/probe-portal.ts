import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import type { SessionView } from '@anuyat/contract';
import { laemChabangCafe } from '../cases/testing/answers';
import type { Reply } from '../cases/testing/test-api';
import { must, open } from '../cases/testing/walk';
import { people, type Who, type World } from './access-world';
import type { ArbitraryRequest, Hints } from './arbitrary-requests';
import { leavesOf } from './fields';
import { problemIn } from './problem-in';

/** What only the owner, and the offices that decide, may ever read. */
export const ownersOnly = ['malee.private@example.com', '0898765432', '1234567890121'];

/** To whom the owner's case is nothing, or a line on a map. */
const outsiders = new Set<Who>(['stranger', 'otherApplicant', 'neighbour', 'leftOut', 'elsewhere', 'monitor', 'otherMonitor', 'administrator']);

const isJson = /^application\/json; charset=utf-8$/;
/** What a `GET` that works gives, where it is not JSON. */
const kinds: Record<string, RegExp> = {
  'GET /api/licence-types/{code}/manual.jsonld': /^application\/ld\+json; charset=utf-8$/,
  'GET /api/licences/{number}/credential': /^application\/dc\+sd-jwt/,
  'GET /api/licences/{number}/pdf': /^application\/pdf$/,
  'GET /api/orders/{id}/paper': /^application\/pdf$/,
  'GET /api/bills/{id}/receipt': /^application\/pdf$/,
  'GET /api/office-money/statements/{month}/csv': /^text\/csv; charset=utf-8$/,
  'GET /api/documents/{id}/content': /^(application\/pdf|image\/(png|jpeg))$/,
  'GET /api/documents/{id}/preview': /^image\/webp$/,
  'GET /api/vault/papers/{id}/content': /^(application\/pdf|image\/(png|jpeg))$/,
  'GET /api/delay-notices/months/{month}': /^text\/csv; charset=utf-8$/,
  'GET /api/seals/status-lists/{agency}': /^application\/statuslist\+jwt/,
  'GET /api/seals/keys/{kid}/certificates': /^application\/(x-)?pem/,
};

/** Signing out would end the walk, and so would ending one's sessions; a stream has no end. */
export const isLeftOut = (operation: string): boolean => operation === 'POST /api/auth/logout' || operation.endsWith('/stream');

/**
 * Sends one request and holds the answer against what the document says of it.
 * @throws where it is a failure, a status that is not declared, no problem document for a refusal, another type, or tells what is not for the reader.
 */
export async function probe({ portal }: World, { paths }: OpenAPIObject, who: Who, { operation, method, path, payload, headers }: ArbitraryRequest): Promise<void> {
  const reply = await portal.call(people[who], method, path, payload, headers);
  holdsNothing(reply, who, [portal.configuration.SESSION_SECRET, portal.configuration.BANK_CALLBACK_SECRET, portal.configuration.OIDC_CLIENT_SECRET, (await portal.caller(people[who])).token ?? portal.configuration.SESSION_SECRET]);
  if (reply.status >= 400) {
    expect(problemIn(reply).status).toBeLessThan(500);
    return;
  }
  const [verb = '', template = ''] = operation.split(' ');
  const declared = paths[template]?.[verb.toLowerCase() as 'get']?.responses ?? {};
  expect([operation, Object.keys(declared)]).toEqual([operation, expect.arrayContaining([String(reply.status)])]);
  if (reply.status === 204) expect(reply.body).toHaveLength(0);
  if (method !== 'GET' || reply.status !== 200) return;
  expect([operation, String(reply.headers['content-type'])]).toEqual([operation, expect.stringMatching(kinds[operation] ?? isJson)]);
  expect(String(reply.headers['cache-control'])).toMatch(/^\/api\/(reference\/(?!holidays)|seals)/.test(path) ? /^(public, max-age=\d+|no-store)$/ : /^no-store$/);
  expect(reply.headers['x-content-type-options']).toBe('nosniff');
}

function holdsNothing({ body }: Reply<unknown>, who: Who, secrets: string[]): void {
  const text = Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body);
  expect([...secrets, ...(outsiders.has(who) ? ownersOnly : [])].filter((secret) => text.includes(secret))).toEqual([]);
}

/** Names of things that are there, and facts and events that the case's licences know. */
export async function hintsFor(world: World, who: Who): Promise<Hints> {
  const { portal, file, done } = world;
  const draft = who === 'owner' ? await open(portal, people.owner, laemChabangCafe) : { id: world.draftId };
  const sessions = who === 'stranger' ? [] : must(await portal.call<SessionView[]>(people[who], 'GET', '/api/auth/sessions'), 200);
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
    'papers.id': fc.constant(world.paperId),
    'tasks.id': fc.constantFrom(...file.details.map(({ code }) => world.task(code).id)),
    'bills.id': fc.constantFrom(...done.bills.map(({ id }) => id)),
    'orders.id': fc.constantFrom(...world.refused.orders.map(({ id }) => id)),
    'sessions.id': fc.constantFrom('0'.repeat(64), ...sessions.filter(({ isThisOne }) => !isThisOne).map(({ id }) => id)),
    base: fc.constantFrom(0, 1, 2, 3),
    revision: fc.constantFrom(1, 2, 3),
    version: fc.constantFrom(1, 99),
    month: fc.constantFrom('2026-11', '2026-13'),
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
