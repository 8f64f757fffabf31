import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { CaseExplainer } from '@anuyat/cases';
import type { PersonActor, WhyView } from '@anuyat/contract';
import { Allow, CurrentActor } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import { ReviewRoom } from '@anuyat/reviews';

/** Why the portal decided as it did: for the applicant of a case, and for the office that reviews a lane of it. */
@Controller('api')
export class WhyController {
  constructor(
    private readonly explainer: CaseExplainer,
    private readonly room: ReviewRoom,
    private readonly log: AccessLog,
  ) {}

  @Get('cases/:id/why')
  @Allow('applicant')
  ofCase(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<WhyView> {
    return this.explainer.ofCase(actor, id);
  }

  @Get('tasks/:id/why')
  @Allow('officer')
  async ofTask(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() officer: PersonActor): Promise<WhyView> {
    const { caseId, application, laneDefinition } = await this.room.enter(officer, id);
    await this.log.note(officer, { what: 'file', id });
    return this.explainer.ofLane(caseId, application.code, laneDefinition);
  }
}
