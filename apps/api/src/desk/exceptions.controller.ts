import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { ExceptionalFileView, ExceptionView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Fresh, Limited } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import { ExceptionalDesk } from '@anuyat/reviews';
import { DataSource } from 'typeorm';
import { OpenExceptionDto } from './exceptions.dto';

/** Looking at a case outside of one's own queue: with a reason, for a while, and the applicant is told. */
@Controller('api/exceptions')
@Allow('officer')
export class ExceptionsController {
  constructor(
    private readonly desk: ExceptionalDesk,
    private readonly source: DataSource,
    private readonly log: AccessLog,
  ) {}

  @Get()
  list(@CurrentActor() officer: PersonActor): Promise<ExceptionView[]> {
    return this.desk.list(officer);
  }

  @Post()
  @Allow('approve', 'supervise')
  @Limited('costly')
  @Fresh('sign')
  async open(@Body() body: OpenExceptionDto, @CurrentActor() officer: PersonActor): Promise<{ id: string }> {
    return { id: await this.source.transaction((tx) => this.desk.open(tx, officer, body)) };
  }

  @Get(':id')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<ExceptionalFileView> {
    const file = await this.desk.enter(officer, id);
    await this.log.note(officer, { what: 'exception', id, as: 'exceptional' }, { reason: file.reason });
    return file;
  }
}
