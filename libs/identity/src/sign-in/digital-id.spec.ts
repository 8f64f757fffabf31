import { inspect } from 'node:util';
import { LyingProvider, type Lie } from '../testing/lying-provider';
import type { ProviderCode } from '../identity-options';
import { DigitalId } from './digital-id';

const callback = 'http://localhost:4200/api/auth/callback';
const now = () => Math.floor(Date.now() / 1000);

describe('the identity provider', () => {
  const provider = new LyingProvider();
  let digitalId: DigitalId;

  beforeAll(() => provider.start());
  afterAll(() => provider.stop());
  beforeEach(() => {
    provider.lie = {};
    digitalId = new DigitalId('thaid', { issuer: provider.issuer, clientId: 'anuyat', clientSecret: 's' }, true);
    provider.askedWith = undefined;
  });

  const signIn = async (lie: Lie = {}, change: (returned: URL) => void = () => undefined) => {
    provider.lie = lie;
    const { url, checks } = await digitalId.begin(callback, { loginHint: 'somchai' });
    provider.nonce = url.searchParams.get('nonce') ?? '';
    const returned = new URL(`${callback}?code=c&state=${checks.state}`);
    change(returned);
    return digitalId.finish(returned, checks);
  };

  it('is asked with state, nonce and a PKCE challenge, fresh every time', async () => {
    const [one, two] = [await digitalId.begin(callback, { loginHint: 'somchai' }), await digitalId.begin(callback)];
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

  it.each(['http://169.254.169.254/token', 'http://localhost:1/token', 'https://evil.example/token'])('does not lead the portal’s own calls elsewhere: %s', async (tokenEndpoint) => {
    const refusal = await signIn({ tokenEndpoint }).catch((error: Error) => error);
    expect(refusal).toMatchObject({ code: 'sign-in-failed' });
    expect(inspect(refusal)).toContain('nobody else is called');
  });

  it('may be away when the portal starts, and is found when it is back', async () => {
    await provider.stop();
    await expect(digitalId.begin(callback)).rejects.toMatchObject({ code: 'temporarily-unavailable', seconds: 5 });
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
    const client = { issuer: 'http://id.example', clientId: 'a', clientSecret: 's' };
    expect(() => new DigitalId('thaid', client, false)).toThrow('OIDC_ISSUER is http://id.example');
    expect(() => new DigitalId('dga', client, false)).toThrow('DGA_ISSUER is http://id.example');
  });

  describe('asked to prove a person anew', () => {
    const anew = async (code: ProviderCode, authTime: number | undefined) => {
      const asked = new DigitalId(code, { issuer: provider.issuer, clientId: 'anuyat', clientSecret: 's' }, true);
      provider.lie = { claims: { auth_time: authTime } };
      const { url, checks } = await asked.begin(callback, { isFresh: true });
      expect([url.searchParams.get('prompt'), url.searchParams.get('max_age')]).toEqual(['login', '0']);
      provider.nonce = url.searchParams.get('nonce') ?? '';
      return asked.finish(new URL(`${callback}?code=c&state=${checks.state}`), checks, Date.now());
    };

    it.each<[string, ProviderCode, number | undefined]>([
      ['ThaID, which asks in its app every time, when it says nothing of the time', 'thaid', undefined],
      ['ThaID, when it says now', 'thaid', now()],
      ['the DGA, when it says now', 'dga', now()],
    ])('is believed: %s', async (_, code, authTime) => {
      expect(await anew(code, authTime)).toMatchObject({ subject: 's1' });
    });

    it.each<[string, ProviderCode, number | undefined]>([
      ['ThaID, when it says an hour ago', 'thaid', now() - 3600],
      ['the DGA, when it says an hour ago', 'dga', now() - 3600],
      ['the DGA, when it says nothing: one may have been signed in there all along', 'dga', undefined],
    ])('is not believed: %s', async (_, code, authTime) => {
      await expect(anew(code, authTime)).rejects.toMatchObject({ code: 'sign-in-failed' });
    });
  });

  describe('of the DGA', () => {
    const dga = async (lie: Lie) => {
      const asked = new DigitalId('dga', { issuer: provider.issuer, clientId: 'anuyat', clientSecret: 'secret' }, true);
      provider.lie = lie;
      const { url, checks } = await asked.begin(callback);
      expect(url.searchParams.get('scope')).toBe('openid citizen_id given_name family_name');
      provider.nonce = url.searchParams.get('nonce') ?? '';
      return asked.finish(new URL(`${callback}?code=c&state=${checks.state}`), checks);
    };

    it('tells the number at its userinfo endpoint, and no level: the one that its accounts have is taken', async () => {
      const claims = await dga({ userinfo: { sub: 's1', citizen_id: '8999900000011', given_name: 'สมชาย', family_name: 'ใจดี' } });
      expect(claims).toMatchObject({ personalId: '8999900000011', ial: '2.1', parts: { firstName: 'สมชาย' } });
    });

    it('is not believed when the userinfo is about somebody else', async () => {
      await expect(dga({ userinfo: { sub: 's2', citizen_id: '8999900000011' } })).rejects.toMatchObject({ code: 'sign-in-failed' });
    });

    it('takes as password seven rounds of MD5 over the secret and EGA', async () => {
      await dga({});
      expect(provider.askedWith).toBe(`Basic ${Buffer.from('anuyat:f3f25383de5eab0cbfa047b25e10f096').toString('base64')}`);
    });
  });
});
