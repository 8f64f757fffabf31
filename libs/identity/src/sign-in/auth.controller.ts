import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me, PersonaView, ProviderView } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { Allow, Limited, Public, ReadsBeyond, refusalOf } from '@anuyat/http';
import { accountView } from '../accounts/account-view';
import { identityOptions, type IdentityOptions } from '../identity-options';
import { personas } from '../personas/personas';
import { Doorkeeper } from '../sessions/doorkeeper';
import { Providers } from './providers';
import { safeReturn } from './safe-return';
import { LoginQuery, StepUpQuery } from './sign-in-queries.dto';
import { SignInDesk } from './sign-in-desk';

/** Signing in and out, and who one is. */
@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(SignInDesk) private readonly desk: SignInDesk,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(Providers) private readonly providers: Providers,
    @Inject(identityOptions) private readonly options: IdentityOptions,
  ) {}

  @Public()
  @Limited('sign-in')
  @Get('login')
  @HttpCode(303)
  async login(@Query() query: LoginQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { returnTo, login_hint: loginHint, provider } = query;
    await this.goOn(request, reply, { returnTo: safeReturn(returnTo), provider }, () => this.desk.begin(request, reply, { returnTo, loginHint, provider }));
  }

  /** A person who is signed in proves anew who it is, and comes back to the same page. */
  @Allow('signed-in')
  @Limited('sign-in')
  @Get('step-up')
  @ReadsBeyond('the door itself')
  @HttpCode(303)
  async stepUp(@Query() query: StepUpQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { returnTo, login_hint: loginHint, act = 'file' } = query;
    await this.goOn(request, reply, { returnTo: safeReturn(returnTo) }, () => this.desk.stepUp(request, reply, { returnTo, loginHint, act }));
  }

  @Public()
  @Limited('sign-in')
  @Get('callback')
  @HttpCode(303)
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { returnTo = '/', provider } = this.desk.pendingOf(request) ?? {};
    await this.goOn(request, reply, { returnTo, provider }, () => this.desk.finish(request, reply));
  }

  @Public()
  @Get('providers')
  listProviders(): ProviderView[] {
    return this.providers.list();
  }

  /**
   * The browser drops whatever it has cached of the portal. Its storage is left to the page that follows: what somebody typed and could not save yet is
   * removed there when the person says so, and everything else that is the person's at once.
   */
  @Public()
  @Post('logout')
  @HttpCode(200)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ redirectTo: string }> {
    await this.desk.leave(request, reply);
    void reply.header('clear-site-data', '"cache"');
    return { redirectTo: '/signed-out' };
  }

  @Public({ knowsActor: true })
  @Get('me')
  async me(@Req() request: FastifyRequest): Promise<Me> {
    const session = await this.doorkeeper.find(request);
    return session ? { isSignedIn: true, account: accountView(session, this.doorkeeper.ownSession(session)) } : { isSignedIn: false };
  }

  @Public()
  @Get('personas')
  personas(): PersonaView[] {
    if (!this.options.sandboxUrl) throw new Refusal('not-found');
    return personas.map(({ hint, name, role, about }) => ({ hint, name, role, about }));
  }

  /** Redirects to where `next` leads. When it fails, people land on the sign-in page with the problem's code; scripts get the problem. */
  private async goOn(request: FastifyRequest, reply: FastifyReply, from: { returnTo: string; provider?: string }, next: () => Promise<string>): Promise<void> {
    let target: string;
    try {
      target = await next();
    } catch (error) {
      if (!request.headers.accept?.includes('text/html')) throw error;
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') throw error;
      target = `/sign-in?${new URLSearchParams({ problem: refusal.code, returnTo: from.returnTo, ...(from.provider ? { provider: from.provider } : {}) }).toString()}`;
    }
    await reply.redirect(target, 303);
  }
}
