import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { NoticeView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { markNoticesRead, readNotices } from '@anuyat/notices';
import { DataSource } from 'typeorm';

/** What an applicant was told. */
@Controller('api/notices')
@Allow('applicant')
export class NoticesController {
  constructor(private readonly source: DataSource) {}

  @Get()
  newest(@CurrentActor() actor: PersonActor): Promise<NoticeView[]> {
    return readNotices(this.source, actor.accountId);
  }

  @Post('read')
  @HttpCode(204)
  async read(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction((tx) => markNoticesRead(tx, actor.accountId));
  }
}
