import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type PasskeyAsked, type PasskeyView } from '@anuyat/contract';
import { Allow, Limited, ReadsBeyond } from '@anuyat/http';
import { Doorkeeper } from '../sessions/doorkeeper';
import { Ceremonies } from './ceremonies';
import { PasskeyRing } from './passkey-ring';
import { AskProofDto, MadePasskeyDto, NamePasskeyDto, PasskeyAnswerDto } from './passkeys.dto';

/** A person's own passkeys: making, naming and taking them off, and confirming with one. */
@Allow('signed-in')
@Controller('api/auth/passkeys')
@ReadsBeyond('passkeys are kept for the door alone')
export class PasskeysController {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(PasskeyRing) private readonly ring: PasskeyRing,
    @Inject(Ceremonies) private readonly ceremonies: Ceremonies,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest): Promise<PasskeyView[]> {
    return this.ring.list(await this.me(request));
  }

  @Post('made')
  @Limited('sign-in')
  beginMaking(@Req() request: FastifyRequest): Promise<PasskeyAsked> {
    return this.ceremonies.beginMaking(request);
  }

  @Post('made/:challengeId')
  @HttpCode(204)
  @Limited('sign-in')
  async finishMaking(@Param('challengeId', ParseUUIDPipe) id: string, @Body() { name, response }: MadePasskeyDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.doorkeeper.setCookie(reply, await this.ceremonies.finishMaking(request, id, response, name.trim()));
  }

  /** To enter; or, with a digest, to sign what a refusal named. */
  @Post('proofs')
  @Limited('sign-in')
  beginShowing(@Body() { digest }: AskProofDto, @Req() request: FastifyRequest): Promise<PasskeyAsked> {
    return this.ceremonies.beginShowing(request, digest === undefined ? null : Buffer.from(digest, 'hex'));
  }

  @Post('proofs/:challengeId')
  @HttpCode(204)
  @Limited('sign-in')
  async finishShowing(@Param('challengeId', ParseUUIDPipe) id: string, @Body() { response }: PasskeyAnswerDto, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = await this.ceremonies.finishShowing(request, id, response);
    if (token) this.doorkeeper.setCookie(reply, token);
  }

  @Put(':id')
  @HttpCode(204)
  async rename(@Param('id', ParseUUIDPipe) id: string, @Body() { name }: NamePasskeyDto, @Req() request: FastifyRequest): Promise<void> {
    await this.ring.rename(await this.me(request), id, name.trim());
  }

  /** Only by who has shown one, and a short while ago. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<void> {
    const session = await this.doorkeeper.find(request);
    if (session?.secondStep?.step === 'enter') throw new Refusal('passkey-needed');
    await this.doorkeeper.assertFresh(request, 'sign');
    await this.ring.remove(await this.me(request), id, request.ip);
    this.doorkeeper.forget();
  }

  /** The person, for whomever the session acts. */
  private async me(request: FastifyRequest): Promise<string> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    return session.accountId;
  }
}
