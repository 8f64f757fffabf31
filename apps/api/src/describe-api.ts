import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** `GET /api/openapi.json`: what others can rely on, made from the handlers themselves. */
export function describeApi(app: NestFastifyApplication): void {
  const about = new DocumentBuilder()
    .setTitle('Anuyat')
    .setDescription('One-stop business licensing: journeys, cases, applications, tasks, licences. Errors are RFC 9457 problem documents with a stable code.')
    .setVersion('1')
    .build();
  let text: string | undefined;
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.get('/api/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(SwaggerModule.createDocument(app, about));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
