import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { completeOperations, messageSignature, sessionCookie } from './description/complete-operations';
import { describeDto, isDto } from './description/describe-dto';
import { handlersOf } from './description/handlers';
import { problemResponse, problemSchema } from './description/problem-response';

/** `GET /api/openapi.json`: what others can rely on, made from the handlers themselves and from the checks of their bodies. */
export function describeApi(app: NestFastifyApplication): void {
  let text: string | undefined;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(createDescription(app));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

function createDescription(app: NestFastifyApplication): OpenAPIObject {
  const handlers = handlersOf(app);
  for (const { parameterTypes } of handlers) parameterTypes.filter(isDto).forEach(describeDto);
  const about = new DocumentBuilder()
    .setTitle('Anuyat')
    .setDescription('One-stop business licensing: journeys, cases, applications, tasks, licences. Errors are RFC 9457 problem documents with a stable code.')
    .setVersion('1')
    .addCookieAuth('anuyat-session', { type: 'apiKey', in: 'cookie', description: 'Opened by signing in; on https the name begins with __Host-.' }, sessionCookie)
    .addSecurity(messageSignature, { type: 'apiKey', in: 'header', name: 'Signature', description: 'Agencies’ own systems: HTTP Message Signatures (RFC 9421) by Ed25519 or ECDSA P-256 over @method, @target-uri, content-digest and idempotency-key, with created, nonce, keyid, alg and tag="anuyat"; good once, for a minute. See docs/agency-systems.md.' })
    .addGlobalResponse(problemResponse)
    .build();
  const description = SwaggerModule.createDocument(app, about);
  completeOperations(description, handlers);
  return { ...description, components: { ...description.components, schemas: { ...description.components?.schemas, Problem: problemSchema } } };
}
