import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Refusal, type LicenceVerification, type LicenceView, type PaperView, type PersonActor } from '@anuyat/contract';
import { AccessLog } from '@anuyat/identity';
import { readsAs } from '@anuyat/access';
import { Allow, CurrentActor, Limited, Public } from '@anuyat/http';
import { LicenceRegister, matterOf, PaperShelf, type LicenceRow } from '@anuyat/licences';
import type { FastifyReply } from 'fastify';

class VerifyQueryDto {
  /** What the paper's QR code carries beside the number. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  k?: string;
}

/** Issued licences: the holder's own, their papers, and what anybody may verify. */
@Controller('api/licences')
export class LicencesController {
  constructor(
    private readonly register: LicenceRegister,
    private readonly shelf: PaperShelf,
    private readonly log: AccessLog,
  ) {}

  @Get()
  @Allow('applicant')
  mine(@CurrentActor() actor: PersonActor): Promise<LicenceView[]> {
    return this.register.ofAccount(actor.accountId);
  }

  @Get(':number/verify')
  @Public()
  @Limited('costly')
  verify(@Param('number') number: string, @Query() { k }: VerifyQueryDto): Promise<LicenceVerification> {
    return this.register.verify(number, k);
  }

  @Get(':number/pdf')
  @Allow('signed-in')
  @Limited('costly')
  async pdf(@Param('number') number: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const row = await this.rowFor(number, actor);
    const paper = await this.shelf.take(row);
    void reply.type('application/pdf').header('content-disposition', `inline; filename="${row.number}.pdf"`);
    return paper;
  }

  @Get(':number/paper')
  @Allow('signed-in')
  async paper(@Param('number') number: string, @CurrentActor() actor: PersonActor): Promise<PaperView> {
    return this.shelf.stateOf(await this.rowFor(number, actor));
  }

  /** The licence as a verifiable credential (SD-JWT VC), once its paper is sealed. */
  @Get(':number/credential')
  @Allow('signed-in')
  async credential(@Param('number') number: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const row = await this.rowFor(number, actor);
    const credential = await this.shelf.findCredential(row);
    if (!credential) throw new Refusal('not-found');
    void reply.type('application/dc+sd-jwt').header('content-disposition', `attachment; filename="${row.number}.sd-jwt"`);
    return credential;
  }

  /** The holder's own and the office's; another's looks like none. */
  private async rowFor(number: string, actor: PersonActor): Promise<LicenceRow> {
    const row = await this.register.find(number);
    const standing = row && readsAs(actor, 'licence-paper', matterOf(row));
    if (!standing) throw new Refusal('not-found');
    await this.log.note(actor, { what: 'licence', id: row.number, as: standing });
    return row;
  }
}
