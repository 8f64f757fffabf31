import * as client from 'openid-client';
import { Refusal } from '@anuyat/contract';
import { RetryLater } from '@anuyat/http';
import { openOutbound, type Outbound } from '@anuyat/outbound';
import type { ProviderClient, ProviderCode } from '../identity-options';
import { readClaims, type PersonClaims } from './person-claims';
import { providerKinds, type ProviderKind } from './provider-kinds';

const timeoutSeconds = 5;
const retrySeconds = 5;
/** How far a provider's clock may be off when it says when a person proved who it is. */
const skewSeconds = 60;

/** What must be remembered between sending a browser to the provider and its return. */
export interface SignInChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** How a browser is sent to the provider. */
export interface SignInWish {
  loginHint?: string;
  /** The person has to prove anew who it is, signed in at the provider or not. */
  isFresh?: boolean;
}

/**
 * One identity provider, over OpenID Connect's code flow with PKCE. It is looked up when it is first needed and again after every
 * failure, so that the portal starts and serves while the provider is away. Signatures of id tokens are always checked.
 */
export class DigitalId {
  private readonly kind: ProviderKind;
  private readonly outbound: Outbound;
  private found: Promise<client.Configuration> | undefined;

  /** @param isPlayed while the sandbox plays the provider, which then may be reached over http. */
  constructor(
    readonly code: ProviderCode,
    private readonly options: ProviderClient,
    private readonly isPlayed: boolean,
    internalHosts: readonly string[] = [],
  ) {
    this.outbound = openOutbound(options.issuer, { patienceMs: timeoutSeconds * 1_000, internalHosts });
    this.kind = providerKinds[code];
    if (new URL(options.issuer).protocol !== 'https:' && !isPlayed) throw new Error(`The identity provider must be reached over https, and ${code === 'dga' ? 'DGA_ISSUER' : 'OIDC_ISSUER'} is ${options.issuer}.`);
  }

  get title(): ProviderKind['title'] {
    return this.kind.title;
  }

  /** The level of those for whom the provider says none. */
  get assumedIal(): string | undefined {
    return this.options.assumedIal ?? this.kind.assumedIal;
  }

  /** Where to send the browser, and what to check when it comes back. @throws RetryLater while the provider is away. */
  async begin(redirectUri: string, { loginHint, isFresh }: SignInWish = {}): Promise<{ url: URL; checks: SignInChecks }> {
    const configuration = await this.find();
    const checks = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier: client.randomPKCECodeVerifier() };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.options.scope ?? this.kind.scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
      code_challenge_method: 'S256',
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
      ...(loginHint ? { login_hint: loginHint } : {}),
    });
    return { url, checks };
  }

  /**
   * Exchanges the code of a returning browser for who it is. `returned` is the redirect address with the provider's parameters;
   * `freshSince`, in milliseconds since 1970, is when the person was sent to prove anew who it is.
   * @throws Refusal `sign-in-failed` when the provider refused or any check failed, RetryLater while it is away.
   */
  async finish(returned: URL, checks: SignInChecks, freshSince?: number): Promise<PersonClaims> {
    const configuration = await this.find();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, returned, {
        expectedState: checks.state,
        expectedNonce: checks.nonce,
        pkceCodeVerifier: checks.codeVerifier,
        idTokenExpected: true,
      });
      const told = tokens.claims();
      if (!told) throw new Error('The provider gave no id token.');
      if (freshSince !== undefined) this.assertFresh(told.auth_time, freshSince);
      const more = this.kind.asksUserinfo ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub) : {};
      const claims = readClaims({ ...tokens, ...more, ...told }, this.kind.personalIdClaim);
      return { ...claims, ial: claims.ial ?? this.assumedIal };
    } catch (error) {
      throw isUnreachable(error) ? new RetryLater('temporarily-unavailable', retrySeconds) : Object.assign(new Refusal('sign-in-failed'), { cause: error });
    }
  }

  private assertFresh(authTime: number | undefined, since: number): void {
    if (authTime === undefined && this.kind.alwaysAsks) return;
    if (authTime === undefined || (authTime + skewSeconds) * 1000 < since) throw new Error('The provider did not ask the person anew.');
  }

  private find(): Promise<client.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw Object.assign(new RetryLater('temporarily-unavailable', retrySeconds), { cause: error });
    });
    return this.found;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    const execute = [client.enableNonRepudiationChecks, ...(this.isPlayed ? [client.allowInsecureRequests] : [])];
    const password = client.ClientSecretBasic(this.kind.passwordFor(clientSecret));
    return client.discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'RS256' }, password, { execute, timeout: timeoutSeconds, [client.customFetch]: (url, init) => this.outbound(url, init as RequestInit) });
  }
}

/** Whether nobody answered, or answered that it cannot, as opposed to a wrong answer. */
function isUnreachable(error: unknown): boolean {
  const { message, code, status, cause } = error as { message?: unknown; code?: unknown; status?: unknown; cause?: { message?: unknown; status?: unknown } };
  if (message === 'fetch failed' || cause?.message === 'fetch failed' || code === 'OAUTH_TIMEOUT') return true;
  return [status, cause?.status].some((number) => typeof number === 'number' && number >= 500);
}
