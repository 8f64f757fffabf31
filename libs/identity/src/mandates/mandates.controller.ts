import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, type MandatesView } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { Allow, Fresh, Limited, ReadsBeyond } from '@anuyat/http';
import { Doorkeeper } from '../sessions/doorkeeper';
import type { OpenSession } from '../sessions/open-session';
import { MandateKeeper } from './mandate-keeper';
import { MandateReader } from './mandate-reader';
import { ActingDto, AskMandateDto, DecideMandateDto, DirectorshipDto } from './mandates.dto';

/** Acting for a company. Every call is the person's own, for whomever the session acts. */
@Allow('signed-in')
@Controller('api/mandates')
@ReadsBeyond('mandates that a company gave and was asked for')
export class MandatesController {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(MandateKeeper) private readonly keeper: MandateKeeper,
    @Inject(MandateReader) private readonly reader: MandateReader,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest): Promise<MandatesView> {
    const { accountId, actingFor } = await this.mine(request);
    return this.reader.read(accountId, actingFor ?? null);
  }

  /** From now on this session acts for a company, or for oneself again. @throws Refusal `mandate-ended` without a mandate. */
  @Post('acting')
  @HttpCode(204)
  async act(@Body() { juristicId = null }: ActingDto, @Req() request: FastifyRequest): Promise<void> {
    const { accountId, id } = await this.mine(request);
    await this.source.transaction(async (tx) => {
      if (juristicId !== null) await this.keeper.prepare(await clientOf(tx), accountId, juristicId);
      await this.doorkeeper.actFor(tx, id, juristicId);
    });
  }

  @Post('directorships')
  @HttpCode(204)
  @Limited('costly')
  async claim(@Body() { juristicId }: DirectorshipDto, @Req() request: FastifyRequest): Promise<void> {
    await this.keeper.claimDirectorship((await this.mine(request)).accountId, juristicId);
  }

  @Post('requests')
  @Limited('costly')
  async ask(@Body() body: AskMandateDto, @Req() request: FastifyRequest): Promise<{ id: string }> {
    return { id: await this.keeper.ask((await this.mine(request)).accountId, body) };
  }

  /** A director gives a power of attorney, or does not. */
  @Post('requests/:id/decision')
  @HttpCode(204)
  @Fresh('file')
  async decide(@Param('id', ParseUUIDPipe) id: string, @Body() { isGranted }: DecideMandateDto, @Req() request: FastifyRequest): Promise<void> {
    await this.keeper.decide((await this.mine(request)).accountId, id, isGranted);
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.keeper.end((await this.mine(request)).accountId, id);
    this.doorkeeper.forget();
  }

  private async mine(request: FastifyRequest): Promise<OpenSession> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    return session;
  }
}
