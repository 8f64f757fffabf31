import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { REVIEW_STAGES, type ReviewStage } from '@anuyat/licence-kit';
import type { InboxFilter } from '@anuyat/reviews';
import { SearchDto } from '../paging.dto';

const asBoolean = Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));

/** Filters of `GET /api/tasks`. */
export class TaskQueryDto extends SearchDto implements InboxFilter {
  @IsOptional()
  @asBoolean
  @IsBoolean()
  mine?: boolean;

  @IsOptional()
  @asBoolean
  @IsBoolean()
  overdue?: boolean;

  @IsOptional()
  @asBoolean
  @IsBoolean()
  escalated?: boolean;

  @IsOptional()
  @IsIn(REVIEW_STAGES)
  stage?: ReviewStage;

  @IsOptional()
  @IsIn(['due', 'new'])
  sort?: 'due' | 'new';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;
}
