import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { IsBoolean, IsNumber, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import type { EnterRate, FeeRatesView, PersonActor } from '@anuyat/contract';
import { RateKeeper } from '@anuyat/fees';
import { Allow, CurrentActor, ReadsBeyond } from '@anuyat/http';

class EnterRateDto implements EnterRate {
  @IsString()
  @MaxLength(60)
  licence!: string;

  @IsString()
  @MaxLength(60)
  item!: string;

  /** `*` for every office, an agency's code, or an office's. */
  @IsString()
  @MaxLength(80)
  payee!: string;

  /** Baht. */
  @IsNumber()
  @Min(0)
  @Max(1_000_000_000)
  value!: number;

  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  effectiveFrom!: string;

  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  effectiveTo?: string;

  /** The ordinance or regulation that says so. */
  @IsString()
  @MaxLength(500)
  @Matches(/\S/)
  source!: string;

  @IsBoolean()
  isVerified!: boolean;
}

/** What offices charge, from which day, and where it was read. */
@Controller('api/fee-rates')
@Allow('admin')
@ReadsBeyond('rates of all offices, and of nobody in particular')
export class FeeRatesController {
  constructor(private readonly keeper: RateKeeper) {}

  @Get()
  list(): Promise<FeeRatesView[]> {
    return this.keeper.read();
  }

  @Post()
  @HttpCode(204)
  async enter(@Body() rate: EnterRateDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.keeper.enter(actor, rate);
  }
}
