import fastifyCookie from '@fastify/cookie';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '@anuyat/contract';
import { assertEveryHandlerIsGuarded } from './access/assert-every-handler-is-guarded';
import { hasWrongType } from './cross-site/has-wrong-type';
import { isCrossSite } from './cross-site/is-cross-site';
import { Origins } from './cross-site/origins';
import { securityHeaders } from './headers/security-headers';
import { httpOptions, type HttpOptions } from './http-options';

/**
 * Call once, after `create` and before `init` or `listen`: headers on every answer, no request from other sites, JSON and uploads only,
 * cookies, nothing of the API cached unless a handler says so, and no start with a handler whose access is not decided.
 */
export async function protectHttp(app: NestFastifyApplication): Promise<void> {
  assertEveryHandlerIsGuarded(app);
  await app.register(fastifyCookie);
  const origins = app.get(Origins);
  const { formTargets = [] } = app.get<HttpOptions>(httpOptions);
  const headers = Object.entries(securityHeaders({ formTargets, isSecure: origins.isSecure }));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Left to itself, Node answers an expectation that it does not know with 417 and nothing else; it may be disregarded (RFC 9110, 10.1.1).
  fastify.server.on('checkExpectation', (request, reply) => void fastify.server.emit('request', request, reply));
  fastify.addHook('onRequest', (request, reply, done) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    if (isOfApi(request)) void reply.header('cache-control', 'no-store');
    if (isCrossSite(request.method, request.headers, origins)) return done(new Refusal('wrong-origin'));
    if (hasWrongType(request.method, request.headers, request.routeOptions.config as { takesForms?: boolean })) return done(new Refusal('wrong-content-type'));
    if (ZERO_BYTE.test(request.url) || hasDoubleHeader(request)) return done(new Refusal('bad-request'));
    done();
  });
}

/** No text that people search or name things by has one, and PostgreSQL takes none. */
const ZERO_BYTE = /%00/;

/** Whether a request names its host other than once, or twice what can only be said once: a proxy may have read the other one. */
function hasDoubleHeader({ raw: { rawHeaders }, server }: FastifyRequest): boolean {
  const names = rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
  const count = (name: string) => names.filter((each) => each === name).length;
  return (server.server.listening && count('host') !== 1) || ONCE.some((name) => count(name) > 1);
}

const ONCE = ['host', 'authorization', 'content-type', 'content-length', 'origin', 'sec-fetch-site', 'idempotency-key', 'x-bank-signature', 'signature', 'signature-input', 'content-digest', 'upload-offset', 'upload-length', 'upload-metadata', 'upload-checksum', 'tus-resumable'];

/** Also where the address is written with needless escapes: the router reads those. */
function isOfApi({ url, routeOptions }: FastifyRequest): boolean {
  return [url, routeOptions.url].some((path) => path?.startsWith('/api/'));
}
