import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { ApplicationStatus } from '@anuyat/contract';
import type { MonitorFilter } from '@anuyat/monitoring';

/** Filters of `GET /api/monitor/applications`. */
export class MonitorQueryDto implements MonitorFilter {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  territory?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  licence?: string;

  @IsOptional()
  @IsIn(['waiting', 'in-review', 'awaiting-answer', 'awaiting-payment', 'issuing', 'issued', 'refused', 'withdrawn', 'returned'])
  status?: ApplicationStatus;

  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsUUID()
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
