import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { PersonActor, TaskPage, TaskSummary, TaskView } from '@anuyat/contract';
import { readGathering } from '@anuyat/defects';
import { Allow, CurrentActor } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import { Inbox } from '@anuyat/reviews';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { TaskQueryDto } from './task-query.dto';
import { WholeTask } from './whole-task';

/** The officers' inbox and review room, for people and for their agency's own system. */
@Controller('api/tasks')
@Allow('officer', 'agency-system')
export class TasksController {
  constructor(
    private readonly inbox: Inbox,
    private readonly room: WholeTask,
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly log: AccessLog,
  ) {}

  @Get()
  page(@Query() query: TaskQueryDto, @CurrentActor() officer: PersonActor): Promise<TaskPage> {
    return this.inbox.page(officer, query);
  }

  @Get(':id')
  async enter(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<TaskView> {
    const task = await this.room.enter(officer, id);
    await this.log.note(officer, { what: 'file', id });
    const isFound = task.application.lanes.some((lane) => lane.id === task.lane && lane.state === 'found');
    const gathering = isFound ? await readGathering(this.source, this.library, task.caseId) : undefined;
    return gathering ? { ...task, gathering } : task;
  }

  @Post(':id/claim')
  @HttpCode(200)
  async claim(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<TaskSummary> {
    await this.source.transaction((tx) => this.inbox.claim(tx, officer, id));
    return this.inbox.get(officer, id);
  }

  @Post(':id/release')
  @HttpCode(200)
  async release(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<TaskSummary> {
    await this.source.transaction((tx) => this.inbox.release(tx, officer, id));
    return this.inbox.get(officer, id);
  }
}
