import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { GiveBack, RefundWay } from '@anuyat/contract';

export class RefundsQueryDto {
  /** `yes`: with those that were given back. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  given?: 'yes' | 'no';
}

/** How a refund was given back. */
export class GiveBackDto implements GiveBack {
  @IsIn(['transfer', 'cheque', 'cash'])
  way!: RefundWay;

  /** Number of the order or transfer, for whoever looks later. */
  @IsString()
  @MaxLength(200)
  @Matches(/\S/)
  reference!: string;

  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  on!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
