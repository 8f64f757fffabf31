import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { LicenceStanding } from '@anuyat/contract';
import type { RegisterFilter } from '@anuyat/licences';

/** Filters of the register of licences. */
export class RegisterQueryDto implements RegisterFilter {
  @IsOptional()
  @IsIn(['valid', 'expiring', 'expired', 'suspended', 'revoked', 'cancelled'])
  status?: LicenceStanding;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  licence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
