import { Inject, Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { Refusal } from '@anuyat/contract';
import { RetryLater } from '@anuyat/http';
import { defaultScope, identityOptions, type IdentityOptions } from '../identity-options';
import { readClaims, type PersonClaims } from './person-claims';

const timeoutSeconds = 5;
const retrySeconds = 5;

/** What must be remembered between sending a browser to the provider and its return. */
export interface SignInChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/**
 * The identity provider, over OpenID Connect's code flow with PKCE. It is looked up when it is first needed and again after every
 * failure, so that the portal starts and serves while the provider is away. Signatures of id tokens are always checked.
 */
@Injectable()
export class DigitalId {
  private found: Promise<client.Configuration> | undefined;

  constructor(@Inject(identityOptions) private readonly options: IdentityOptions) {
    if (new URL(options.issuer).protocol !== 'https:' && !options.sandboxUrl) throw new Error(`The identity provider must be reached over https, and OIDC_ISSUER is ${options.issuer}.`);
  }

  /** Where to send the browser, and what to check when it comes back. @throws RetryLater while the provider is away. */
  async begin(redirectUri: string, loginHint: string | undefined): Promise<{ url: URL; checks: SignInChecks }> {
    const configuration = await this.find();
    const checks = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.options.scope ?? defaultScope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
      ...(loginHint ? { login_hint: loginHint } : {}),
    });
    return { url, checks };
  }

  /**
   * Exchanges the code of a returning browser for who it is. `returned` is the redirect address with the provider's parameters.
   * @throws Refusal `sign-in-failed` when the provider refused or any check failed, RetryLater while it is away.
   */
  async finish(returned: URL, checks: SignInChecks): Promise<PersonClaims> {
    const configuration = await this.find();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      return readClaims({ ...tokens, ...tokens.claims() });
    } catch (error) {
      throw isUnreachable(error) ? new RetryLater('temporarily-unavailable', retrySeconds) : Object.assign(new Refusal('sign-in-failed'), { cause: error });
    }
  }

  private find(): Promise<client.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw Object.assign(new RetryLater('temporarily-unavailable', retrySeconds), { cause: error });
    });
    return this.found;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, sandboxUrl } = this.options;
    const execute = [client.enableNonRepudiationChecks, ...(sandboxUrl ? [client.allowInsecureRequests] : [])];
    return client.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'RS256' }, client.ClientSecretBasic(clientSecret), { execute, timeout: timeoutSeconds });
  }
}

/** Whether nobody answered, or answered that it cannot, as opposed to a wrong answer. */
function isUnreachable(error: unknown): boolean {
  const { message, code, status, cause } = error as { message?: unknown; code?: unknown; status?: unknown; cause?: { message?: unknown; status?: unknown } };
  if (message === 'fetch failed' || cause?.message === 'fetch failed' || code === 'OAUTH_TIMEOUT') return true;
  return [status, cause?.status].some((number) => typeof number === 'number' && number >= 500);
}
