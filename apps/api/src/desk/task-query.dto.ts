import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { ReviewStage } from '@anuyat/licence-kit';
import type { InboxFilter } from '@anuyat/reviews';

const asBoolean = Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));

/** Filters of `GET /api/tasks`. */
export class TaskQueryDto implements InboxFilter {
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
  @IsIn(['completeness', 'recheck', 'inspection', 'decision'])
  stage?: ReviewStage;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  licence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsIn(['due', 'new'])
  sort?: 'due' | 'new';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
