import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { MonitorOverview, MonitorPage, MonitoredApplicationView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { Watchtower } from '@anuyat/monitoring';
import { MonitorQueryDto } from './monitor-query.dto';

/** What staff of the estates see; nothing here changes anything. */
@Controller('api/monitor')
@Allow('monitor')
export class MonitorController {
  constructor(private readonly watchtower: Watchtower) {}

  @Get('overview')
  overview(@CurrentActor() monitor: PersonActor): Promise<MonitorOverview> {
    return this.watchtower.overview(monitor);
  }

  @Get('applications')
  list(@Query() query: MonitorQueryDto, @CurrentActor() monitor: PersonActor): Promise<MonitorPage> {
    return this.watchtower.list(monitor, query);
  }

  @Get('applications/:id')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() monitor: PersonActor): Promise<MonitoredApplicationView> {
    return this.watchtower.get(monitor, id);
  }
}
