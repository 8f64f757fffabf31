import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import type { StuckWorkView } from '@anuyat/contract';
import { Allow, Limited, ReadsBeyond } from '@anuyat/http';
import { StuckWork } from '@anuyat/monitoring';

/** What the portal itself cannot do, for administrators. */
@Controller('api/admin/stuck')
@ReadsBeyond('what the portal cannot do of all cases; of nobody more than numbers')
@Allow('admin')
export class StuckController {
  constructor(private readonly work: StuckWork) {}

  @Get()
  list(): Promise<StuckWorkView[]> {
    return this.work.list();
  }

  @Post(':id/try')
  @HttpCode(204)
  @Limited('costly')
  tryNow(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.work.tryNow(id);
  }
}
