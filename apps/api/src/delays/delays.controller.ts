import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { delayCsv, DelayList } from '@anuyat/clocks';
import type { DelayNoticePage } from '@anuyat/contract';
import { Allow, ReadsBeyond } from '@anuyat/http';
import type { FastifyReply } from 'fastify';
import { DelayQueryDto, MonthDto } from './delays.dto';

const PAGE = 50;

/** Notices of delay, none left out: for administrators to see, and for the OPDC to be given (Licensing Facilitation Act B.E. 2558 s.10). */
@Controller('api/delay-notices')
@Allow('admin')
@ReadsBeyond('delays of all offices, without answers')
export class DelaysController {
  constructor(private readonly delays: DelayList) {}

  @Get()
  page(@Query() { after, limit = PAGE }: DelayQueryDto): Promise<DelayNoticePage> {
    return this.delays.page(after, limit);
  }

  /** One month as CSV; no cell of it is a formula to a spreadsheet. */
  @Get('months/:month')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  async month(@Param() { month }: MonthDto, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Disposition', `attachment; filename="delay-notices-${month}.csv"`);
    return delayCsv(await this.delays.ofMonth(month));
  }
}
