import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { LicenceStanding } from '@anuyat/contract';
import type { RegisterFilter } from '@anuyat/licences';
import { SearchDto } from '../paging.dto';

/** Filters of the register of licences. */
export class RegisterQueryDto extends SearchDto implements RegisterFilter {
  @IsOptional()
  @IsIn(['valid', 'expiring', 'expired', 'suspended', 'revoked', 'cancelled'])
  status?: LicenceStanding;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  after?: string;
}
