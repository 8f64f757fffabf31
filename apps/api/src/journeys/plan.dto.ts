import { IsObject } from 'class-validator';
import type { CaseAnswers } from '@anuyat/licence-kit';

/** `POST /api/journeys/:code/plan`: the answers so far; the journey's own schema checks them. */
export class PlanDto {
  @IsObject()
  answers!: CaseAnswers;
}
