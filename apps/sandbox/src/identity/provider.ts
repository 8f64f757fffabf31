import type { IncomingMessage } from 'node:http';
import { Provider, interactionPolicy, type Account, type Configuration } from 'oidc-provider';
import { findPersonaBySubject, subjectOf, type Persona } from '@anuyat/identity/personas';
import { errorPage } from '../pages/error-page';
import type { SandboxSettings } from '../settings';
import type { ProviderKeys } from './keys';
import { MemoryStore } from './memory-store';

/** Scopes as ThaID names them: each gives the claim of the same name. */
const claimScopes = ['pid', 'title', 'given_name', 'family_name', 'name', 'given_name_en', 'family_name_en', 'name_en', 'ial'];

const minutes = 60;
const sessionCookie = 'sandbox-session';

/** Thailand's Digital ID as the portal meets it: code flow, PKCE, RS256, claims in the id token. Who signs in is chosen, not proved. */
export function createProvider(settings: SandboxSettings, { jwks, cookieKeys }: ProviderKeys): Provider {
  const configuration: Configuration = {
    adapter: MemoryStore,
    jwks: jwks as Configuration['jwks'],
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        client_name: 'Anuyat',
        redirect_uris: settings.portalUrls.map((url) => `${url}/api/auth/callback`),
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    scopes: ['openid', ...claimScopes],
    claims: Object.fromEntries([['openid', ['sub']], ...claimScopes.map((name) => [name, [name]])]),
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    responseTypes: ['code'],
    cookies: { keys: cookieKeys, names: { session: sessionCookie, interaction: 'sandbox-interaction', resume: 'sandbox-resume' } },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: true } },
    interactions: { policy: withoutConsent(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => accountOf(findPersonaBySubject(subject)),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client?.clientId, accountId: ctx.oidc.session?.accountId });
      grant.addOIDCScope(['openid', ...claimScopes].join(' '));
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
  return new Provider(settings.url, configuration);
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

function accountOf(persona: Persona | undefined): Account | undefined {
  if (!persona) return undefined;
  const { th, en } = persona.parts;
  const accountId = subjectOf(persona);
  return {
    accountId,
    claims: () => ({
      sub: accountId,
      ...(persona.personalId ? { pid: persona.personalId } : {}),
      title: th.title,
      given_name: th.firstName,
      family_name: th.lastName,
      name: persona.name.th,
      given_name_en: en.firstName,
      family_name_en: en.lastName,
      name_en: persona.name.en,
      ial: persona.ial,
    }),
  };
}
