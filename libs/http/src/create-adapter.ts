import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@anuyat/contract';
import { Origins } from './cross-site/origins';
import { securityHeaders } from './headers/security-headers';
import type { HttpOptions } from './http-options';
import { problemOf } from './problems/problem-of';

/** Bytes of a JSON body. Uploads have limits of their own. */
const bodyLimit = 1_048_576;

/** Only what the one proxy in front of the portal adds is believed; what a client wrote before it is not. */
const isOwnProxy = (_address: string, hop: number): boolean => hop === 0;

/** Fastify as the portal runs it. Even what its router refuses before any hook runs is answered with a problem document and every header. */
export function createAdapter(options: HttpOptions): FastifyAdapter {
  const { isSecure } = new Origins(options);
  const headers = securityHeaders({ formTargets: options.formTargets ?? [], isSecure });
  return new FastifyAdapter({
    trustProxy: options.trustProxy ? isOwnProxy : false,
    bodyLimit,
    forceCloseConnections: true,
    // Asked for in `protectHttp`, whose answer is a problem document.
    http: { requireHostHeader: false },
    clientErrorHandler: (error: Error & { code?: string }, socket: Socket) => {
      if (socket.writable && error.code !== 'ECONNRESET') socket.end(answerUnread(error.code, headers));
      else socket.destroy();
    },
    frameworkErrors: (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(new Refusal('bad-request'));
      void reply.code(problem.status).headers({ ...headers, 'cache-control': 'no-store' }).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    },
  });
}

/** The answer to bytes that are no HTTP, or whose headers have no end: there is no request yet, so it is written by hand. */
function answerUnread(code: string | undefined, headers: Record<string, string>): string {
  const problem = problemOf(new Refusal(code === 'HPE_HEADER_OVERFLOW' ? 'body-too-large' : 'bad-request'));
  const body = JSON.stringify(problem);
  const lines = Object.entries({ ...headers, 'cache-control': 'no-store', 'content-type': 'application/problem+json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)), connection: 'close' });
  return `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`;
}
