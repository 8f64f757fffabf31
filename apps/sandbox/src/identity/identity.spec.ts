import * as client from 'openid-client';
import { freePort } from '@anuyat/database/testing';
import { personas } from '@anuyat/identity/personas';
import { Browser } from '../testing/browser';
import { startTestSandbox } from '../testing/start-test-sandbox';

describe('the sandbox’s Digital ID', () => {
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  let configuration: client.Configuration;
  let callback: string;

  beforeAll(async () => {
    const portalPort = await freePort();
    sandbox = await startTestSandbox(portalPort);
    callback = `http://localhost:${portalPort}/api/auth/callback`;
    const { url, clientId, clientSecret } = sandbox.settings;
    configuration = await client.discovery(new URL(url), clientId, {}, client.ClientSecretBasic(clientSecret), { execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks] });
  });
  afterAll(() => sandbox.close());

  const begin = async (extra: Record<string, string> = {}) => {
    const checks = { expectedState: client.randomState(), expectedNonce: client.randomNonce(), pkceCodeVerifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: 'openid pid title given_name family_name name given_name_en family_name_en name_en ial',
      state: checks.expectedState,
      nonce: checks.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
      code_challenge_method: 'S256',
      ...extra,
    });
    return { url, checks };
  };
  const signIn = async (browser: Browser, hint: string) => {
    const { url, checks } = await begin({ login_hint: hint });
    const { url: returned } = await browser.visit(url.href, (at) => at.startsWith(callback));
    return (await client.authorizationCodeGrant(configuration, new URL(returned), checks)).claims();
  };

  it('signs every persona in by the hint alone, with the claims of ThaID', async () => {
    for (const persona of personas) {
      const claims = await signIn(new Browser(), persona.hint);
      expect(claims).toMatchObject({ iss: sandbox.settings.url, sub: `sandbox-${persona.hint}`, name: persona.name.th, name_en: persona.name.en, given_name: persona.parts.th.firstName, ial: persona.ial });
      expect(claims?.['pid']).toBe(persona.personalId);
    }
  });

  it('lets one browser be one person after another without signing out', async () => {
    const browser = new Browser();
    for (const hint of ['somchai', 'watthana-sanitation', 'somchai', 'admin']) expect((await signIn(browser, hint))?.sub).toBe(`sandbox-${hint}`);
  });

  it('asks who one is when no hint, or an unknown one, is given, and takes the answer', async () => {
    const browser = new Browser({ accept: 'text/html' });
    const { url, checks } = await begin({ login_hint: 'nobody' });
    const { url: page, reply } = await browser.visit(url.href);
    const text = await reply.text();
    expect(reply.status).toBe(200);
    for (const { hint, name } of personas) {
      expect(text).toContain(`value="${hint}"`);
      expect(text).toContain(name.th);
    }
    expect(text).toContain('ระบบทดลอง');
    expect(text).toContain('Sandbox');
    const { url: returned } = await browser.visit(page, (at) => at.startsWith(callback), { method: 'POST', body: new URLSearchParams({ persona: 'malee' }) });
    expect((await client.authorizationCodeGrant(configuration, new URL(returned), checks)).claims()?.sub).toBe('sandbox-malee');
  });

  it('shows its page under a policy that runs nothing and leads back to the portal alone', async () => {
    const browser = new Browser({ accept: 'text/html' });
    const { reply } = await browser.visit((await begin()).url.href);
    const policy = reply.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain(`form-action 'self' ${sandbox.settings.portalUrls.join(' ')}`);
    expect(policy).not.toContain('unsafe');
    expect(await reply.text()).not.toMatch(/<script|<style| style=| on\w+=/);
  });

  it('refuses a client without PKCE, and a redirect that is not the portal’s', async () => {
    const { url } = await begin({ login_hint: 'somchai' });
    const without = new URL(url);
    without.searchParams.delete('code_challenge');
    without.searchParams.delete('code_challenge_method');
    const { url: back } = await new Browser().visit(without.href, (at) => at.startsWith(callback));
    expect(new URL(back).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = new URL(url);
    elsewhere.searchParams.set('redirect_uri', 'https://evil.example/api/auth/callback');
    const { reply } = await new Browser().visit(elsewhere.href);
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('redirect_uri');
  });

  it('gives a code once', async () => {
    const { url, checks } = await begin({ login_hint: 'somchai' });
    const { url: returned } = await new Browser().visit(url.href, (at) => at.startsWith(callback));
    await client.authorizationCodeGrant(configuration, new URL(returned), checks);
    await expect(client.authorizationCodeGrant(configuration, new URL(returned), checks)).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('cannot be answered for by a browser that did not ask', async () => {
    const { url: page } = await new Browser().visit((await begin()).url.href);
    const reply = await new Browser().fetch(page, { method: 'POST', body: new URLSearchParams({ persona: 'admin' }) });
    expect(reply.status).toBe(400);
  });

  it('lists its people', async () => {
    const list = (await (await fetch(`${sandbox.settings.url}/personas`)).json()) as { hint: string }[];
    expect(list.map(({ hint }) => hint)).toEqual(personas.map(({ hint }) => hint));
    expect(Object.keys(list[0] ?? {}).sort()).toEqual(['about', 'hint', 'name', 'role']);
  });
});
