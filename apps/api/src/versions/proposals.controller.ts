import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { PersonActor, VersionProposals } from '@anuyat/contract';
import { Allow, CurrentActor, Fresh, Limited, ReadsBeyond } from '@anuyat/http';
import { Countersigner, ProposalBook } from '@anuyat/versions';
import { VersionNumber } from './version-number.pipe';
import { ConfirmDto, DeclineDto, MoveApplicationsDto, ProposePublicationDto } from './versions.dto';

/** What decides over everybody takes two administrators: one proposes, another one confirms it or declines it. */
@Controller('api/admin/versions/:code/:version/proposals')
@Allow('admin')
@ReadsBeyond('what is proposed about applications of all offices')
export class ProposalsController {
  constructor(
    private readonly book: ProposalBook,
    private readonly countersigner: Countersigner,
  ) {}

  @Get()
  read(@Param('code') code: string, @Param('version', VersionNumber) version: number, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    return this.book.read(actor, code, version);
  }

  /** New cases would be filed under it from the moment named on. */
  @Post('publication')
  async proposePublication(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Body() { effectiveFrom }: ProposePublicationDto, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    await this.countersigner.proposePublication(actor, code, version, effectiveFrom === undefined ? undefined : new Date(effectiveFrom));
    return this.book.read(actor, code, version);
  }

  /** Applications that the dry run has looked at would move to it. */
  @Post('move')
  async proposeMove(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Body() wish: MoveApplicationsDto, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    await this.countersigner.proposeMove(actor, code, version, wish);
    return this.book.read(actor, code, version);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Fresh('sign')
  @Limited('costly')
  async confirm(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Param('id', ParseUUIDPipe) id: string, @Body() { digest }: ConfirmDto, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    await this.countersigner.confirm(actor, { code, version, id, digest });
    return this.book.read(actor, code, version);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Fresh('sign')
  async decline(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Param('id', ParseUUIDPipe) id: string, @Body() { digest, reason }: DeclineDto, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    await this.countersigner.decline(actor, { code, version, id, digest }, reason);
    return this.book.read(actor, code, version);
  }

  /** Only by who made it. */
  @Delete(':id')
  async takeBack(@Param('code') code: string, @Param('version', VersionNumber) version: number, @Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<VersionProposals> {
    await this.countersigner.takeBack(actor, { code, version, id });
    return this.book.read(actor, code, version);
  }
}
