import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { OfficeStatement, PersonActor, RefundDue } from '@anuyat/contract';
import { readRefunds, readStatement, RefundClerk, statementCsv } from '@anuyat/fees';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import { DefinitionLibrary } from '@anuyat/registrar';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { MonthDto } from '../delays/delays.dto';
import { GiveBackDto, RefundsQueryDto } from './refunds.dto';

/** An officer's own offices: what they received, what they owe payers, and what they gave back. */
@Controller('api/office-money')
@Allow('officer')
export class OfficeMoneyController {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly clerk: RefundClerk,
  ) {}

  @Get('refunds')
  refunds(@Query() { given }: RefundsQueryDto, @CurrentActor() { offices }: PersonActor): Promise<RefundDue[]> {
    return readRefunds(this.source, this.library, { withGiven: given === 'yes', offices: offices.map(({ code }) => code) });
  }

  /** Only who may approve in the office that took the money. */
  @Post('refunds/:id/given-back')
  @Allow('approve')
  @HttpCode(204)
  async give(@Param('id', ParseUUIDPipe) id: string, @Body() given: GiveBackDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.clerk.giveBack(actor, id, given, actor.offices.filter(({ permissions }) => permissions.includes('approve')).map(({ code }) => code));
  }

  @Get('statements/:month')
  statement(@Param() { month }: MonthDto, @CurrentActor() { offices }: PersonActor): Promise<OfficeStatement> {
    return readStatement(this.source, offices.map(({ code }) => code), month);
  }

  /** The month entry by entry, as CSV. */
  @Get('statements/:month/csv')
  @Limited('costly')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async csv(@Param() { month }: MonthDto, @CurrentActor() { offices }: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Disposition', `attachment; filename="statement-${month}.csv"`);
    return statementCsv(this.source, this.library, offices.map(({ code }) => code), month);
  }
}
