import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Me, PersonaView } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { Limited, Public, refusalOf } from '@anuyat/http';
import { accountView } from '../accounts/account-view';
import { identityOptions, type IdentityOptions } from '../identity-options';
import { personas } from '../personas/personas';
import { Doorkeeper } from '../sessions/doorkeeper';
import { safeReturn } from './safe-return';
import { SignInDesk } from './sign-in-desk';

export class LoginQuery {
  /** Whom the provider should offer first; the sandbox signs that person in without a form. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,64}$/)
  login_hint?: string;

  /** Page of the portal to come back to. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;
}

/** Signing in and out, and who one is. */
@Controller('api/auth')
export class AuthController {
  constructor(
    @Inject(SignInDesk) private readonly desk: SignInDesk,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(identityOptions) private readonly options: IdentityOptions,
  ) {}

  @Public()
  @Limited('sign-in')
  @Get('login')
  async login(@Query() query: LoginQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.goOn(request, reply, safeReturn(query.returnTo), () => this.desk.begin(request, reply, { returnTo: query.returnTo, loginHint: query.login_hint }));
  }

  @Public()
  @Limited('sign-in')
  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.goOn(request, reply, '/', () => this.desk.finish(request, reply));
  }

  @Public()
  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.desk.leave(request, reply);
  }

  @Public({ knowsActor: true })
  @Get('me')
  async me(@Req() request: FastifyRequest): Promise<Me> {
    const session = await this.doorkeeper.find(request);
    return session ? { isSignedIn: true, account: accountView(session) } : { isSignedIn: false };
  }

  @Public()
  @Get('personas')
  personas(): PersonaView[] {
    if (!this.options.sandboxUrl) throw new Refusal('not-found');
    return personas.map(({ hint, name, role, about }) => ({ hint, name, role, about }));
  }

  /** Redirects to where `next` leads. When it fails, people land on the sign-in page with the problem's code; scripts get the problem. */
  private async goOn(request: FastifyRequest, reply: FastifyReply, returnTo: string, next: () => Promise<string>): Promise<void> {
    let target: string;
    try {
      target = await next();
    } catch (error) {
      if (!request.headers.accept?.includes('text/html')) throw error;
      const refusal = refusalOf(error);
      if (refusal.code === 'internal') throw error;
      target = `/sign-in?${new URLSearchParams({ problem: refusal.code, returnTo }).toString()}`;
    }
    await reply.redirect(target, 303);
  }
}
