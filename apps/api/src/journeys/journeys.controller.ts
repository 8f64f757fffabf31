import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { Planner } from '@anuyat/cases';
import type { JourneySummary, JourneyView, PlanView } from '@anuyat/contract';
import { Limited, Public } from '@anuyat/http';
import { PlanDto } from './plan.dto';

/** Goals and what they need; for everybody, without signing in. */
@Controller('api/journeys')
export class JourneysController {
  constructor(private readonly planner: Planner) {}

  @Get()
  @Public()
  list(): JourneySummary[] {
    return this.planner.list();
  }

  @Get(':code')
  @Public()
  get(@Param('code') code: string): JourneyView {
    return this.planner.read(code);
  }

  @Post(':code/plan')
  @HttpCode(200)
  @Public({ knowsActor: true })
  @Limited('costly')
  plan(@Param('code') code: string, @Body() { answers }: PlanDto): PlanView {
    return this.planner.plan(code, answers);
  }
}
