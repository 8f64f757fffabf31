import type { FastifyInstance } from 'fastify';
import { TUS_VERSION } from './tus';

/** Has bodies of uploads in parts left to their handler, unread, and every answer about uploads say which protocol it speaks. */
export function takeParts(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url?.startsWith('/api/uploads')) void reply.header('tus-resumable', TUS_VERSION);
    done();
  });
}
