import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, type InvitationView, type MyOfficeView, type PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Fresh, ReadsBeyond } from '@anuyat/http';
import { Covers, Doorkeeper, Invitations, StaffBook } from '@anuyat/identity';
import { AcceptInvitationDto, InvitationQuery, NameCoverDto } from './people.dto';

/** What somebody does about the own place in an office: joining it, and being away from it. */
@Controller('api/people')
@ReadsBeyond('invitations and colleagues')
export class MyOfficeController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly invitations: Invitations,
    private readonly covers: Covers,
    private readonly book: StaffBook,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  /** Those that wait for one's personal number, or the one that a link names. */
  @Allow('signed-in')
  @Get('invitations')
  async waiting(@Query() { token }: InvitationQuery, @Req() request: FastifyRequest): Promise<InvitationView[]> {
    const accountId = await this.me(request);
    return this.source.transaction(async (tx) => (token ? [await this.invitations.read(tx, token)] : this.invitations.waitingFor(tx, accountId)));
  }

  /** Joining needs as strong a proof of who one is as signing does. */
  @Allow('signed-in')
  @Post('invitations/accepted')
  @HttpCode(204)
  @Fresh('sign')
  async accept(@Body() { token, id }: AcceptInvitationDto, @Req() request: FastifyRequest): Promise<void> {
    const accountId = await this.me(request);
    const which = token ? { token } : id ? { id } : undefined;
    if (!which) throw new Refusal('bad-request');
    await this.source.transaction((tx) => this.invitations.accept(tx, accountId, which));
    this.doorkeeper.forget();
  }

  @Allow('officer')
  @Get('mine')
  mine(@CurrentActor() { accountId, offices }: PersonActor): Promise<MyOfficeView> {
    return this.book.mine(accountId, offices.filter(({ standsInFor }) => !standsInFor).map(({ code }) => code));
  }

  /** An officer names who does the work while away. */
  @Allow('officer')
  @Post('covers')
  @HttpCode(204)
  async cover(@Body() { standIn, from, until }: NameCoverDto, @CurrentActor() { accountId }: PersonActor): Promise<void> {
    await this.source.transaction((tx) => this.covers.name(tx, accountId, { standIn, from, until }));
    this.doorkeeper.forget();
  }

  /** By who is back, or who looks after the agency's people. */
  @Allow('officer', 'agency-admin')
  @Delete('covers/:id')
  @HttpCode(204)
  async endCover(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() { accountId, looksAfter = [] }: PersonActor): Promise<void> {
    await this.source.transaction((tx) => this.covers.end(tx, accountId, id, looksAfter));
    this.doorkeeper.forget();
  }

  private async me(request: FastifyRequest): Promise<string> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    return session.accountId;
  }
}
