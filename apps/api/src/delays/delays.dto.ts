import { IsOptional, IsUUID, Matches } from 'class-validator';
import { PageDto } from '../paging.dto';

/** Pages of `GET /api/delay-notices`. */
export class DelayQueryDto extends PageDto {
  @IsOptional()
  @IsUUID()
  after?: string;
}

/** A month of the Christian calendar, such as `2026-11`. */
export class MonthDto {
  @Matches(/^2\d{3}-(0[1-9]|1[0-2])$/)
  month!: string;
}
