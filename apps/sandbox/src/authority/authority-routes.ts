import { timingSafeEqual } from 'node:crypto';
import type { Exchange } from '../exchange';
import type { Authority } from './authority';

/**
 * The certificate authority by Enrolment over Secure Transport (RFC 7030) and the time-stamp authority (RFC 3161).
 * @returns whether the request was for them.
 */
export async function serveAuthority(exchange: Exchange, authority: Authority, secret: string): Promise<boolean> {
  switch (`${exchange.method} ${exchange.url.pathname}`) {
    case 'GET /.well-known/est/cacerts':
      exchange.sendBytes(200, 'application/pkcs7-mime; smime-type=certs-only', base64(authority.certificates()));
      return true;
    case 'POST /.well-known/est/simpleenroll':
      await enrol(exchange, authority, secret);
      return true;
    case 'POST /tsa':
      await stamp(exchange, authority);
      return true;
    default:
      return false;
  }
}

async function enrol(exchange: Exchange, authority: Authority, secret: string): Promise<void> {
  if (!knows(exchange.request.headers.authorization ?? '', secret)) return exchange.sendJson(401, { error: 'This authority certifies for the portal only.' });
  const request = Buffer.from((await exchange.readBytes()).toString('latin1'), 'base64');
  const answer = await authority.enrol(request).catch(() => undefined);
  if (!answer) return exchange.sendJson(400, { error: 'The body is no request for a certificate (PKCS #10) that is signed with its own key.' });
  exchange.sendBytes(200, 'application/pkcs7-mime; smime-type=certs-only', base64(answer));
}

async function stamp(exchange: Exchange, authority: Authority): Promise<void> {
  if (exchange.request.headers['content-type'] !== 'application/timestamp-query') return exchange.sendJson(415, { error: 'A time-stamp query is application/timestamp-query.' });
  exchange.sendBytes(200, 'application/timestamp-reply', await authority.stamp(await exchange.readBytes()));
}

function base64(bytes: Buffer): Buffer {
  return Buffer.from(`${bytes.toString('base64').match(/.{1,76}/g)?.join('\n') ?? ''}\n`);
}

function knows(header: string, secret: string): boolean {
  const given = Buffer.from(header.replace(/^Basic /, ''), 'base64').toString('utf8').split(':').slice(1).join(':');
  const [a, b] = [Buffer.from(given), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
