import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import type { MonitorOverview, MonitorPage, MonitoredApplicationView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import { Watchtower } from '@anuyat/monitoring';
import { PromiseReader } from '@anuyat/promises';
import { MonitorQueryDto } from './monitor-query.dto';

/** What staff of the estates see; nothing here changes anything. */
@Controller('api/monitor')
@Allow('monitor')
export class MonitorController {
  constructor(
    private readonly watchtower: Watchtower,
    private readonly promises: PromiseReader,
    private readonly log: AccessLog,
  ) {}

  @Get('overview')
  overview(@CurrentActor() monitor: PersonActor): Promise<MonitorOverview> {
    return this.watchtower.overview(monitor);
  }

  @Get('applications')
  list(@Query() query: MonitorQueryDto, @CurrentActor() monitor: PersonActor): Promise<MonitorPage> {
    return this.watchtower.list(monitor, query);
  }

  @Get('applications/:id')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() monitor: PersonActor): Promise<MonitoredApplicationView> {
    await this.log.note(monitor, { what: 'application', id, as: 'watching' });
    const view = await this.watchtower.get(monitor, id);
    return { ...view, promise: await this.promises.find(view.application) };
  }
}
