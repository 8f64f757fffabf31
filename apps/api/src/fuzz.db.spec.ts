import { Logger } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { must } from './cases/testing/walk';
import { createWorld, everybody, people, type Who, type World } from './testing/access-world';
import { arbitraryRequests } from './testing/arbitrary-requests';
import { hintsFor, isLeftOut, ownersOnly, probe } from './testing/probe-portal';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

/** The same requests every time; another number makes others. `npm run fuzz -- --seed N --requests N` sets both. */
const seed = Number(process.env['FUZZ_SEED'] ?? 25_691_122);
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 2_400);
const together = 6;

/** Those who may do much are asked more often. */
const weights: Partial<Record<Who, number>> = { owner: 5, officer: 4, administrator: 3, otherApplicant: 2, stranger: 2 };
const weightOf = (who: Who): number => weights[who] ?? 1;
const share = (who: Who): number => Math.ceil((requests * weightOf(who)) / everybody.reduce((sum, each) => sum + weightOf(each), 0) / together);

/** Everything that the processes said while the spec ran. */
const said: string[] = [];
let portal: TestPortal;
let world: World;
let description: OpenAPIObject;
beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean;
    jest.spyOn(stream, 'write').mockImplementation(((chunk: string | Uint8Array, ...rest: unknown[]) => {
      said.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write);
  }
  portal = await startTestPortal({ withWorker: true });
  const keep = (...words: unknown[]): void => void said.push(words.map((word) => (word instanceof Error ? `${word.message} ${word.stack}` : JSON.stringify(word))).join(' '));
  portal.app.useLogger({ log: keep, error: keep, warn: keep, debug: keep, verbose: keep, fatal: keep });
  world = await createWorld(portal);
  description = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
}, 60_000);
afterAll(async () => {
  jest.restoreAllMocks();
  Logger.overrideLogger(false);
  await portal.close();
});

describe('random requests, made from the OpenAPI document', () => {
  const seen = new Set<string>();

  it.each(everybody)(`as the %s: whatever is sent, never a failure, always an answer as it is declared, and nothing that is not for the reader (seed ${seed}, ${requests} requests in all)`, async (who) => {
    const request = arbitraryRequests(description, await hintsFor(world, who), isLeftOut);
    await fc.assert(fc.asyncProperty(fc.array(request, { minLength: together, maxLength: together, size: 'max' }), async (all) => {
      await Promise.all(all.map((each) => probe(world, description, who, each)));
      for (const { operation } of all) seen.add(operation);
    }), { seed: seed + everybody.indexOf(who), numRuns: share(who), endOnFailure: true });
    if (people[who] !== null) must(await portal.call(people[who], 'GET', '/api/auth/sessions'), 200);
  }, 60_000 + requests * 50);

  it('reached every operation', () => {
    const all = Object.entries(description.paths).flatMap(([path, item]) => (['get', 'post', 'put', 'patch', 'delete'] as const).filter((verb) => item[verb]).map((verb) => `${verb.toUpperCase()} ${path}`));
    expect(all.filter((operation) => !seen.has(operation) && !isLeftOut(operation))).toEqual([]);
  });
});

describe('what the processes told while all of this went on', () => {
  it('holds no secret, no session and no number of a person', async () => {
    const { SESSION_SECRET, BANK_CALLBACK_SECRET, OIDC_CLIENT_SECRET, AUTHORITY_SECRET = '', DATABASE_URL } = portal.configuration;
    const sessions = await Promise.all(Object.values(people).map(async (hint) => (await portal.caller(hint)).token ?? SESSION_SECRET));
    const everything = [...said, ...portal.told.map(({ message, stack }) => `${message} ${stack}`)].join('\n');
    for (const secret of [SESSION_SECRET, BANK_CALLBACK_SECRET, OIDC_CLIENT_SECRET, AUTHORITY_SECRET, new URL(DATABASE_URL).password, ...sessions, ...ownersOnly]) {
      if (secret.length > 8) expect(everything.includes(secret)).toBe(false);
    }
    expect([...everything.matchAll(/(?<![\d.])[1-8]\d{12}(?!\d)/g)].map(([id]) => id).filter((id) => !/^17\d{11}$/.test(id))).toEqual([]);
  });

  it('is one line for each thing, whatever people wrote into their requests', async () => {
    const before = said.length;
    const forged = 'x\r\n{"level":"error","message":"forged"}';
    await portal.call(null, 'GET', `/api/licences/${encodeURIComponent(forged)}/verify`);
    await portal.call(people.owner, 'GET', `/api/cases/${encodeURIComponent(forged)}`);
    await portal.call(people.owner, 'POST', '/api/cases', { journey: forged, answers: {} }, { 'user-agent': 'x\\r\\nforged' });
    expect(said.slice(before).filter((line) => /\n.*forged/.test(line))).toEqual([]);
  });
});
