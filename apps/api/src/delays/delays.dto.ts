import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';

/** Pages of `GET /api/delay-notices`. */
export class DelayQueryDto {
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

/** A month of the Christian calendar, such as `2026-11`. */
export class MonthDto {
  @Matches(/^2\d{3}-(0[1-9]|1[0-2])$/)
  month!: string;
}
