import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { personas, subjectOf, type Persona } from '@anuyat/identity/personas';
import { Provider, interactionPolicy, type Account, type Configuration } from 'oidc-provider';
import { errorPage } from '../pages/error-page';
import type { SandboxSettings } from '../settings';
import type { ProviderKeys } from './keys';
import { MemoryStore } from './memory-store';

/** A provider that the sandbox plays, with what is peculiar to the one that it stands in for. */
interface Part {
  code: 'thaid' | 'dga';
  /** Where it stands in the sandbox; empty for the root. */
  path: '' | '/dga';
  /** Scope to the claims that it gives. */
  scopes: Record<string, string[]>;
  /** Whether claims stand in the id token, or are told at the userinfo endpoint only. */
  hasClaimsInIdToken: boolean;
  routes: Partial<NonNullable<Configuration['routes']>>;
  clientPassword(settings: SandboxSettings): string;
  subjectOf(persona: Persona): string;
  claimsOf(persona: Persona): Record<string, string>;
}

/** ThaID: each scope gives the claim of the same name, in the id token; addresses as the Department of Provincial Administration has them. */
const thaid: Part = {
  code: 'thaid',
  path: '',
  scopes: Object.fromEntries(['pid', 'title', 'given_name', 'family_name', 'name', 'given_name_en', 'family_name_en', 'name_en', 'ial'].map((name) => [name, [name]])),
  hasClaimsInIdToken: true,
  routes: { authorization: '/api/v2/oauth2/auth/', token: '/api/v2/oauth2/token/', userinfo: '/api/v2/oauth2/userinfo/' },
  clientPassword: ({ clientSecret }) => clientSecret,
  subjectOf,
  claimsOf: ({ parts: { th, en }, name, ial, personalId }) => ({
    ...(personalId ? { pid: personalId } : {}),
    title: th.title, given_name: th.firstName, family_name: th.lastName, name: name.th, given_name_en: en.firstName, family_name_en: en.lastName, name_en: name.en, ial,
  }),
};

/** The DGA's Digital ID: four scopes, claims at the userinfo endpoint, Thai names only, no assurance level, and its own way with the secret. */
const dga: Part = {
  code: 'dga',
  path: '/dga',
  scopes: { citizen_id: ['citizen_id'], given_name: ['given_name', 'name', 'czp_user'], family_name: ['family_name'] },
  hasClaimsInIdToken: false,
  routes: { authorization: '/connect/authorize', token: '/connect/token', userinfo: '/connect/userinfo' },
  clientPassword: ({ dgaSecret }) => Array.from({ length: 7 }).reduce((text: string) => createHash('md5').update(`${text}EGA`).digest('hex'), dgaSecret),
  subjectOf: ({ hint }) => `czp-${hint}`,
  claimsOf: ({ hint, parts: { th }, name, personalId }) => ({ ...(personalId ? { citizen_id: personalId } : {}), given_name: th.firstName, family_name: th.lastName, name: name.th, czp_user: hint }),
};

const minutes = 60;
const sessionCookie = 'sandbox-session';

/** An identity provider of the sandbox, where it stands, and what it calls a persona. */
export interface PlayedProvider {
  code: Part['code'];
  path: Part['path'];
  provider: Provider;
  subjectOf(persona: Persona): string;
}

/** ThaID at the sandbox's root and the DGA's Digital ID under `/dga`: two issuers. */
export function createProviders(settings: SandboxSettings, keys: ProviderKeys): PlayedProvider[] {
  return [dga, thaid].map((part) => ({ code: part.code, path: part.path, subjectOf: (persona) => part.subjectOf(persona), provider: createProvider(part, settings, keys) }));
}

/** Code flow, PKCE, RS256. Who signs in is chosen, not proved. */
function createProvider(part: Part, settings: SandboxSettings, { jwks, cookieKeys }: ProviderKeys): Provider {
  const scopes = Object.keys(part.scopes);
  const configuration: Configuration = {
    adapter: MemoryStore,
    jwks: jwks as Configuration['jwks'],
    clients: [
      {
        client_id: settings.clientId,
        client_secret: part.clientPassword(settings),
        client_name: 'Anuyat',
        redirect_uris: settings.portalUrls.map((url) => `${url}/api/auth/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    scopes: ['openid', ...scopes],
    claims: { openid: ['sub'], ...part.scopes },
    conformIdTokenClaims: !part.hasClaimsInIdToken,
    pkce: { required: () => true },
    responseTypes: ['code'],
    routes: part.routes,
    cookies: { keys: cookieKeys, names: { session: `${sessionCookie}-${part.code}`, interaction: `sandbox-interaction-${part.code}`, resume: `sandbox-resume-${part.code}` } },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: true } },
    interactions: { policy: withoutConsent(), url: (_ctx, { uid }) => `${part.path}/interaction/${uid}` },
    findAccount: (_ctx, subject) => accountOf(part, subject),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope(['openid', ...scopes].join(' '));
      await grant.save();
      return grant;
    },
    clientBasedCORS: () => false,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(`${out.error}: ${out.error_description ?? ''}`);
    },
    ttl: { AccessToken: 5 * minutes, AuthorizationCode: minutes, Grant: 10 * minutes, IdToken: 5 * minutes, Interaction: 10 * minutes, Session: 10 * minutes },
  };
  return new Provider(`${settings.url}${part.path}`, configuration);
}

/** Consent is given with the choice of a person. */
function withoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

/** Nobody stays signed in at the sandbox: with the session's cookie gone from every request, each sign-in chooses a person anew. */
export function forgetSession({ headers }: IncomingMessage): void {
  if (headers.cookie) headers.cookie = headers.cookie.split(/; */).filter((cookie) => !cookie.startsWith(sessionCookie)).join('; ');
}

function accountOf(part: Part, subject: string): Account | undefined {
  const persona = personas.find((each) => part.subjectOf(each) === subject);
  return persona && { accountId: subject, claims: () => ({ sub: subject, ...part.claimsOf(persona) }) };
}
