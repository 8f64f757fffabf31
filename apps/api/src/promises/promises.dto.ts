import { Type } from 'class-transformer';
import { IsIn, IsOptional } from 'class-validator';

/** Windows of `GET /api/promises`, in days. */
export class PromiseQueryDto {
  @IsOptional()
  @Type(() => Number)
  @IsIn([30, 90, 365])
  days?: number;
}
