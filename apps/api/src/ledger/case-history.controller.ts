import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { CaseReader } from '@anuyat/cases';
import type { CaseLedgerView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import { CaseHistory } from '@anuyat/ledger';
import type { FastifyReply } from 'fastify';

/** What an applicant can take away of a case: its history, and the proof that it is the one that was kept. */
@Controller('api/cases')
@Allow('applicant')
export class CaseHistoryController {
  constructor(
    private readonly reader: CaseReader,
    private readonly history: CaseHistory,
  ) {}

  @Get(':id/ledger')
  async standing(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<CaseLedgerView> {
    await this.reader.requireOwn(actor, id);
    return this.history.standing(id);
  }

  @Get(':id/history')
  @Limited('costly')
  async export(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const number = await this.reader.requireOwn(actor, id);
    const file = await this.history.export(id);
    void reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="history-${number}.json"`);
    return file;
  }
}
