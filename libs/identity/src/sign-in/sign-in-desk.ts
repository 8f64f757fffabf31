import { Inject, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal } from '@anuyat/contract';
import { Origins } from '@anuyat/http';
import { Accounts } from '../accounts/accounts';
import { Sealer } from '../sealer';
import { Doorkeeper } from '../sessions/doorkeeper';
import { DigitalId } from './digital-id';
import { openPending, pendingCookieName, pendingSeconds, sealPending, surplusPending } from './pending-sign-in';
import { safeReturn } from './safe-return';

/** The provider sends browsers back here. */
export const callbackPath = '/api/auth/callback';

/** Takes a browser to the identity provider and back, and opens a session for who returns. */
@Injectable()
export class SignInDesk {
  private readonly logger = new Logger('SignIn');

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Origins) private readonly origins: Origins,
    @Inject(DigitalId) private readonly digitalId: DigitalId,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  /** @returns the provider's address to go to. */
  async begin(request: FastifyRequest, reply: FastifyReply, wish: { returnTo?: string; loginHint?: string }): Promise<string> {
    const redirectUri = `${this.origins.originFor(request.host)}${callbackPath}`;
    const { url, checks } = await this.digitalId.begin(redirectUri, wish.loginHint);
    const pending = { ...checks, redirectUri, returnTo: safeReturn(wish.returnTo), expiresAt: Date.now() + pendingSeconds * 1000 };
    for (const name of surplusPending(this.doorkeeper.cookiePrefix, request.cookies)) void reply.clearCookie(name, this.doorkeeper.cookieOptions);
    void reply.setCookie(pendingCookieName(this.doorkeeper.cookiePrefix, checks.state), sealPending(this.sealer, pending), { ...this.doorkeeper.cookieOptions, maxAge: pendingSeconds });
    return url.href;
  }

  /**
   * Ends what `begin` began in this browser: a new session, and the path to go to. Each begun sign-in can be ended once.
   * @throws Refusal `sign-in-expired` when this browser began none or too long ago, `sign-in-failed` when the provider or a check says no.
   */
  async finish(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const parameters = new URLSearchParams(request.url.split('?')[1]);
    const state = parameters.get('state') ?? '';
    const name = pendingCookieName(this.doorkeeper.cookiePrefix, state);
    const pending = openPending(this.sealer, request.cookies[name], state, Date.now());
    if (!pending) throw new Refusal('sign-in-expired');
    void reply.clearCookie(name, this.doorkeeper.cookieOptions);
    const returned = new URL(pending.redirectUri);
    returned.search = parameters.toString();
    try {
      const claims = await this.digitalId.finish(returned, pending);
      const [accountId, token] = await this.source.transaction(async (tx) => {
        const account = await this.accounts.welcome(tx, claims);
        return [account, await this.doorkeeper.open(tx, account, request)] as const;
      });
      this.doorkeeper.setCookie(reply, token);
      this.logger.log(`Account ${accountId} signed in from ${request.ip} at assurance level ${claims.ial ?? 'unknown'}.`);
      return pending.returnTo;
    } catch (error) {
      this.logger.warn(`A sign-in from ${request.ip} was refused: ${reasonOf(error)}.`);
      throw error;
    }
  }

  /** Ends the session that the browser came with, if it is still good. */
  async leave(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const session = await this.doorkeeper.find(request);
    if (session) await this.source.transaction((tx) => this.doorkeeper.end(tx, session.actor.accountId, { only: session.id }));
    if (session) this.logger.log(`Account ${session.actor.accountId} signed out.`);
    this.doorkeeper.clearCookie(reply);
  }
}

/** What went wrong, in the checks' own words; they hold no token and no personal number. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? `, ${error.cause.message}` : '';
  return `${error.message}${cause}`.replace(/\p{Cc}/gu, ' ').slice(0, 300);
}
