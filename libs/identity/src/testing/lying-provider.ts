import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the next id token shall be; tests change it. */
export interface Lie {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  /** `other-key` signs with a key that the provider does not publish; `public-key` uses the published key as an HMAC secret. */
  signature?: 'right' | 'none' | 'other-key' | 'public-key';
  /** Where it says that tokens are to be had. */
  tokenEndpoint?: string;
  /** Answers the token request with this status instead. */
  tokenStatus?: number;
  /** What the userinfo endpoint tells. */
  userinfo?: Record<string, unknown>;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An identity provider that says whatever a test tells it to. */
export class LyingProvider {
  lie: Lie = {};
  /** The nonce to repeat, as the authorization request asked for. */
  nonce = '';
  /** With what the client last came to the token endpoint. */
  askedWith: string | undefined;
  private readonly right = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private server: Server | undefined;
  private port = 0;

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, on the port that it had before if there was one. */
  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      if (request.url === '/token') this.askedWith = request.headers.authorization;
      const [status, body] = this.answer(request.url ?? '/');
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server?.close();
    this.server?.closeAllConnections();
    if (this.server) await once(this.server, 'close');
  }

  private answer(url: string): [number, object] {
    const { issuer } = this;
    if (url.startsWith('/.well-known/')) {
      return [200, { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: this.lie.tokenEndpoint ?? `${issuer}/token`, userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] }];
    }
    if (url === '/jwks') return [200, { keys: [{ ...this.right.publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] }];
    if (url === '/userinfo') return [200, this.lie.userinfo ?? { sub: 's1' }];
    if (this.lie.tokenStatus) return [this.lie.tokenStatus, { error: 'invalid_grant' }];
    return [200, { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: this.idToken() }];
  }

  private idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: this.issuer, aud: 'anuyat', sub: 's1', name: 'สมชาย ใจดี', iat: now, exp: now + 300, nonce: this.nonce, ...this.lie.claims };
    const { signature = 'right' } = this.lie;
    const alg = { right: 'RS256', none: 'none', 'other-key': 'RS256', 'public-key': 'HS256' }[signature];
    const input = `${encode({ alg, kid: 'k1', typ: 'JWT', ...this.lie.header })}.${encode(claims)}`;
    return `${input}.${this.sign(signature, input)}`;
  }

  private sign(how: NonNullable<Lie['signature']>, input: string): string {
    if (how === 'none') return '';
    if (how === 'public-key') return createHmac('sha256', createPublicKey(this.right.publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'pem' })).update(input).digest('base64url');
    const key: KeyObject = how === 'right' ? this.right.privateKey : this.other.privateKey;
    return createSign('RSA-SHA256').update(input).sign(key).toString('base64url');
  }
}
