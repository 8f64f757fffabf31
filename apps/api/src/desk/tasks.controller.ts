import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { PersonActor, TaskPage, TaskSummary, TaskView } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { Inbox } from '@anuyat/reviews';
import { DataSource } from 'typeorm';
import { TaskQueryDto } from './task-query.dto';
import { WholeTask } from './whole-task';

/** The officers' inbox and review room. */
@Controller('api/tasks')
@Allow('officer')
export class TasksController {
  constructor(
    private readonly inbox: Inbox,
    private readonly room: WholeTask,
    private readonly source: DataSource,
  ) {}

  @Get()
  page(@Query() query: TaskQueryDto, @CurrentActor() officer: PersonActor): Promise<TaskPage> {
    return this.inbox.page(officer, query);
  }

  @Get(':id')
  enter(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<TaskView> {
    return this.room.enter(officer, id);
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
