import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { PersonActor, StaffNoticeView } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { markStaffNoticesRead, readStaffNotices } from '@anuyat/notices';
import { DataSource } from 'typeorm';

/** What supervisors of an office are told, and those who look after an agency's people. */
@Controller('api/staff-notices')
@Allow('officer', 'agency-admin', 'admin')
export class StaffNoticesController {
  constructor(private readonly source: DataSource) {}

  @Get()
  newest(@CurrentActor() actor: PersonActor): Promise<StaffNoticeView[]> {
    return readStaffNotices(this.source, actor.accountId, actor.offices.map(({ code }) => code));
  }

  @Post('read')
  @HttpCode(204)
  async read(@CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction((tx) => markStaffNoticesRead(tx, actor.accountId));
  }
}
