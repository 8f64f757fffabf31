import { LyingProvider, type Lie } from '../testing/lying-provider';
import { DigitalId } from './digital-id';

const callback = 'http://localhost:4200/api/auth/callback';

describe('the identity provider', () => {
  const provider = new LyingProvider();
  let digitalId: DigitalId;

  beforeAll(() => provider.start());
  afterAll(() => provider.stop());
  beforeEach(() => {
    provider.lie = {};
    digitalId = new DigitalId({ issuer: provider.issuer, clientId: 'anuyat', clientSecret: 's', sessionSecret: 'x'.repeat(32), sandboxUrl: provider.issuer });
  });

  const signIn = async (lie: Lie = {}, change: (returned: URL) => void = () => undefined) => {
    provider.lie = lie;
    const { url, checks } = await digitalId.begin(callback, 'somchai');
    provider.nonce = url.searchParams.get('nonce') ?? '';
    const returned = new URL(`${callback}?code=c&state=${checks.state}`);
    change(returned);
    return digitalId.finish(returned, checks);
  };
  const now = () => Math.floor(Date.now() / 1000);

  it('is asked with state, nonce and a PKCE challenge, fresh every time', async () => {
    const [one, two] = [await digitalId.begin(callback, 'somchai'), await digitalId.begin(callback, undefined)];
    const parameters = Object.fromEntries(one.url.searchParams);
    expect(parameters).toMatchObject({ response_type: 'code', client_id: 'anuyat', redirect_uri: callback, code_challenge_method: 'S256', login_hint: 'somchai', scope: expect.stringContaining('openid pid') });
    expect(parameters['code_challenge']).not.toBe(one.checks.codeVerifier);
    expect(two.url.searchParams.has('login_hint')).toBe(false);
    for (const key of ['state', 'nonce', 'codeVerifier'] as const) {
      expect(one.checks[key].length).toBeGreaterThanOrEqual(32);
      expect(one.checks[key]).not.toBe(two.checks[key]);
    }
  });

  it('is believed when everything is right', async () => {
    expect(await signIn()).toMatchObject({ issuer: provider.issuer, subject: 's1', name: { th: 'สมชาย ใจดี' } });
  });

  it.each<[string, Lie]>([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'another-portal' } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['an expired token', { claims: { iat: now() - 900, exp: now() - 600 } }],
    ['no expiry', { claims: { exp: undefined } }],
    ['no subject', { claims: { sub: undefined } }],
    ['no name', { claims: { name: undefined } }],
    ['no signature', { signature: 'none' }],
    ['no signature, said to be RS256', { signature: 'none', header: { alg: 'RS256' } }],
    ['a signature with another key', { signature: 'other-key' }],
    ['the public key used as a password', { signature: 'public-key' }],
    ['a refused code', { tokenStatus: 400 }],
  ])('is not believed with %s', async (_, lie) => {
    await expect(signIn(lie)).rejects.toMatchObject({ code: 'sign-in-failed' });
  });

  it.each<[string, (returned: URL) => void]>([
    ['another state', (returned) => returned.searchParams.set('state', 'another')],
    ['no state', (returned) => returned.searchParams.delete('state')],
    ['no code', (returned) => returned.searchParams.delete('code')],
    ['a refusal', (returned) => {
      returned.searchParams.delete('code');
      returned.searchParams.set('error', 'access_denied');
    }],
    ['the name of another provider', (returned) => returned.searchParams.set('iss', 'https://evil.example')],
  ])('is not believed when the browser returns with %s', async (_, change) => {
    await expect(signIn({}, change)).rejects.toMatchObject({ code: 'sign-in-failed' });
  });

  it('may be away when the portal starts, and is found when it is back', async () => {
    await provider.stop();
    await expect(digitalId.begin(callback, undefined)).rejects.toMatchObject({ code: 'temporarily-unavailable', seconds: 5 });
    await provider.start();
    expect(await signIn()).toMatchObject({ subject: 's1' });
  });

  it('may go away in the middle of a sign-in, which can be tried again', async () => {
    await expect(signIn({ tokenStatus: 503 })).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    await provider.stop();
    await expect(digitalId.finish(new URL(`${callback}?code=c&state=s`), { state: 's', nonce: 'n', codeVerifier: 'v' })).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    await provider.start();
  });

  it('must be reached over https unless the sandbox plays it', () => {
    expect(() => new DigitalId({ issuer: 'http://id.example', clientId: 'a', clientSecret: 's', sessionSecret: 'x' })).toThrow('OIDC_ISSUER is http://id.example');
  });
});
