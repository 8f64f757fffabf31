import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { ApplicationStatus } from '@anuyat/contract';
import type { MonitorFilter } from '@anuyat/monitoring';
import { SearchDto } from '../paging.dto';

/** Filters of `GET /api/monitor/applications`. */
export class MonitorQueryDto extends SearchDto implements MonitorFilter {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  territory?: string;

  @IsOptional()
  @IsIn(['waiting', 'in-review', 'awaiting-answer', 'awaiting-payment', 'issuing', 'issued', 'refused', 'withdrawn', 'returned'])
  status?: ApplicationStatus;

  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  @IsOptional()
  @IsUUID()
  after?: string;
}
