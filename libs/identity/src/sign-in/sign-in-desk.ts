import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal } from '@anuyat/contract';
import { Origins, type WeightyAct } from '@anuyat/http';
import { Accounts } from '../accounts/accounts';
import type { ProviderCode } from '../identity-options';
import { Sealer } from '../sealer';
import { Doorkeeper } from '../sessions/doorkeeper';
import { ialToFile, ialToSign } from './assurance';
import type { DigitalId, SignInWish } from './digital-id';
import { openPending, pendingCookieName, pendingSeconds, sealPending, surplusPending, type PendingSignIn } from './pending-sign-in';
import type { PersonClaims } from './person-claims';
import { Providers } from './providers';
import { safeReturn } from './safe-return';

/** The providers send browsers back here. */
export const callbackPath = '/api/auth/callback';

interface Wish {
  returnTo?: string;
  loginHint?: string;
}

/** Takes a browser to an identity provider and back, and opens a session for who returns or confirms the one that is open. */
@Injectable()
export class SignInDesk {
  private readonly logger = new Logger('SignIn');

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Origins) private readonly origins: Origins,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** @returns the provider's address to go to. */
  begin(request: FastifyRequest, reply: FastifyReply, wish: Wish & { provider?: ProviderCode }): Promise<string> {
    return this.send(request, reply, this.providers.get(wish.provider), wish);
  }

  /** Sends the person of an open session to prove anew who it is. @throws Refusal `not-signed-in`. */
  async stepUp(request: FastifyRequest, reply: FastifyReply, wish: Wish & { act: WeightyAct }): Promise<string> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    const provider = this.providers.forStepUp(session.provider, wish.act === 'sign' ? ialToSign : ialToFile);
    return this.send(request, reply, provider, wish, { sessionId: session.id, since: Date.now() });
  }

  /**
   * Ends what was begun in this browser: a new session, and the path to go to. Each begun sign-in can be ended once.
   * @throws Refusal `sign-in-expired` when this browser began none or too long ago, `sign-in-failed` when the provider or a check says no,
   * `other-person` when the session that is open is somebody else's, `locked-out` when that happened too often.
   */
  async finish(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const parameters = new URLSearchParams(request.url.split('?')[1]);
    const state = parameters.get('state') ?? '';
    const name = pendingCookieName(this.doorkeeper.cookiePrefix, state);
    const pending = openPending(this.sealer, request.cookies[name], state, Date.now());
    if (!pending) {
      this.doorkeeper.tell({ kind: 'sign-in-failed', code: 'sign-in-expired', ip: request.ip });
      throw new Refusal('sign-in-expired');
    }
    void reply.clearCookie(name, this.doorkeeper.cookieOptions);
    const returned = new URL(pending.redirectUri);
    returned.search = parameters.toString();
    try {
      const claims = await this.providers.get(pending.provider).finish(returned, pending, pending.stepUp?.since);
      const [accountId, token] = await this.letIn(request, pending, claims);
      this.doorkeeper.setCookie(reply, token);
      this.logger.log(`Account ${accountId} ${pending.stepUp ? 'confirmed' : 'signed in'} from ${request.ip} through ${pending.provider} at assurance level ${claims.ial ?? 'unknown'}.`);
      return await this.wayOn(token, pending);
    } catch (error) {
      this.logger.warn(`A sign-in from ${request.ip} was refused: ${reasonOf(error)}.`);
      const refusal = await this.counted(request, error, pending);
      await this.tell(request, refusal, pending);
      throw refusal;
    }
  }

  /** To the page that was asked for; by way of the passkeys where the rights of an office rest for want of one, or soon will. */
  private async wayOn(token: string, { returnTo, stepUp }: PendingSignIn): Promise<string> {
    const session = await this.doorkeeper.findByToken(token);
    return session?.secondStep && !stepUp ? `/account/passkeys?${new URLSearchParams({ returnTo }).toString()}` : returnTo;
  }

  /** Where one goes back to when a begun sign-in cannot be ended, and whether it was to confirm an open session. */
  pendingOf(request: FastifyRequest): Pick<PendingSignIn, 'returnTo' | 'provider' | 'stepUp'> | undefined {
    const state = new URLSearchParams(request.url.split('?')[1]).get('state') ?? '';
    return openPending(this.sealer, request.cookies[pendingCookieName(this.doorkeeper.cookiePrefix, state)], state, Date.now());
  }

  /** Ends the session that the browser came with, if it is still good. */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.doorkeeper.find(request);
    if (session) await this.source.transaction((tx) => this.doorkeeper.end(tx, session.accountId, { only: session.id }, { kind: 'sign-out', ip: request.ip }));
    if (session) this.logger.log(`Account ${session.accountId} signed out.`);
    this.doorkeeper.clearCookie(reply);
  }

  private async send(request: FastifyRequest, reply: FastifyReply, provider: DigitalId, wish: Wish, stepUp?: PendingSignIn['stepUp']): Promise<string> {
    const redirectUri = `${this.origins.originFor(request.host)}${callbackPath}`;
    const how: SignInWish = { isFresh: stepUp !== undefined, ...(wish.loginHint ? { loginHint: wish.loginHint } : {}) };
    const { url, checks } = await provider.begin(redirectUri, how);
    const expiresAt = Date.now() + pendingSeconds * 1000;
    const pending: PendingSignIn = { ...checks, provider: provider.code, redirectUri, returnTo: safeReturn(wish.returnTo), expiresAt, ...(stepUp ? { stepUp } : {}) };
    for (const name of surplusPending(this.doorkeeper.cookiePrefix, request.cookies)) void reply.clearCookie(name, this.doorkeeper.cookieOptions);
    void reply.setCookie(pendingCookieName(this.doorkeeper.cookiePrefix, checks.state), sealPending(this.sealer, pending), { ...this.doorkeeper.cookieOptions, maxAge: pendingSeconds });
    return url.href;
  }

  private letIn(request: FastifyRequest, { provider, stepUp }: PendingSignIn, claims: PersonClaims): Promise<readonly [string, string]> {
    const proof = { provider, ...(claims.ial ? { ial: claims.ial } : {}) };
    return this.source.transaction(async (tx) => {
      const accountId = await this.accounts.welcome(tx, claims);
      if (!stepUp) return [accountId, await this.doorkeeper.open(tx, accountId, request, proof)] as const;
      const session = await this.doorkeeper.find(request);
      if (!session || session.id !== stepUp.sessionId) throw new Refusal('not-signed-in');
      if (session.accountId !== accountId) throw new Refusal('other-person');
      return [accountId, await this.doorkeeper.renew(tx, session.id, proof, request.ip)] as const;
    });
  }

  /** A confirmation by somebody else counts against the session, which ends when there are too many. */
  private async counted({ ip }: FastifyRequest, error: unknown, { stepUp, provider }: PendingSignIn): Promise<unknown> {
    if (!stepUp || !(error instanceof Refusal) || error.code !== 'other-person') return error;
    const isOver = await this.source.transaction((tx) => this.doorkeeper.noteFailure(tx, stepUp.sessionId, { kind: 'step-up-failed', code: error.code, provider, ip }));
    return isOver ? new Refusal('locked-out') : error;
  }

  /** Who signs in is not known where it failed; who confirms is. Confirmations by somebody else were written down as they were counted. */
  private async tell(request: FastifyRequest, error: unknown, { stepUp, provider }: PendingSignIn): Promise<void> {
    const code = error instanceof Refusal ? codeOf(error, request) : 'failed';
    if (code === 'other-person' || code === 'locked-out') return;
    const session = stepUp ? await this.doorkeeper.find(request).catch(() => undefined) : undefined;
    const whose = session ? { accountId: session.accountId, startedAt: session.signedInAt } : {};
    this.doorkeeper.tell({ kind: stepUp ? 'step-up-failed' : 'sign-in-failed', code, provider, ip: request.ip, ...whose });
  }
}

/** Why it failed, for the record. */
function codeOf({ code }: Refusal, { url }: FastifyRequest): string {
  if (code === 'sign-in-failed') return new URLSearchParams(url.split('?')[1]).has('error') ? 'refused-by-provider' : 'check-failed';
  return code === 'temporarily-unavailable' ? 'provider-away' : code === 'not-allowed' ? 'account-closed' : code;
}

/** What went wrong, in the checks' own words; they hold no token and no personal number. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? `, ${error.cause.message}` : '';
  return `${error.message}${cause}`.replace(/\p{Cc}/gu, ' ').slice(0, 300);
}
