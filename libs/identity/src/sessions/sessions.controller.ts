import { Controller, Delete, Get, HttpCode, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, type SessionView } from '@anuyat/contract';
import { Allow, ReadsBeyond } from '@anuyat/http';
import { Doorkeeper } from './doorkeeper';
import type { OpenSession } from './open-session';

/** Everyone sees where they are signed in, and can end what is not theirs any more. */
@Allow('signed-in')
@Controller('api/auth/sessions')
@ReadsBeyond('sessions are of the person, also while a company is acted for')
export class SessionsController {
  constructor(
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  @Get()
  async list(@Req() request: FastifyRequest): Promise<SessionView[]> {
    const { accountId, id } = await this.mine(request);
    return this.doorkeeper.list(accountId, id);
  }

  /** Ends all but the session that asks. */
  @Delete()
  async endOthers(@Req() request: FastifyRequest): Promise<{ ended: number }> {
    const { accountId, id } = await this.mine(request);
    return { ended: await this.source.transaction((tx) => this.doorkeeper.end(tx, accountId, { allBut: id }, { kind: 'session-ended', code: 'by-hand', ip: request.ip })) };
  }

  @Delete(':id')
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Param('id') id: string): Promise<void> {
    const { accountId } = await this.mine(request);
    const isId = /^[0-9a-f]{64}$/.test(id);
    const ended = isId ? await this.source.transaction((tx) => this.doorkeeper.end(tx, accountId, { only: id }, { kind: 'session-ended', code: 'by-hand', ip: request.ip })) : 0;
    if (ended === 0) throw new Refusal('not-found');
  }

  private async mine(request: FastifyRequest): Promise<OpenSession> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    return session;
  }
}
