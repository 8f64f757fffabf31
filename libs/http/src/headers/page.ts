import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { contentPolicy } from './content-policy';
import type { Origins } from '../cross-site/origins';

/** What stands in `index.html` where the nonce goes: `<an-root ngCspNonce="__CSP_NONCE__">`. */
export const noncePlaceholder = '__CSP_NONCE__';

/** Sends a page of the portal with a style nonce of its own; Angular reads it from `ngCspNonce`. Never cached: the nonce is for one answer. */
export function sendPage(reply: FastifyReply, html: string, options: { origins: Pick<Origins, 'isSecure'>; formTargets?: readonly string[] }): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .header('content-security-policy', contentPolicy({ formTargets: options.formTargets ?? [], isSecure: options.origins.isSecure, nonce }))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(noncePlaceholder, nonce));
}
