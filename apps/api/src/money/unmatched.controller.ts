import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { PaymentResolution, PersonActor, UnmatchedPayment } from '@anuyat/contract';
import { readUnmatched, resolveUnmatched } from '@anuyat/fees';
import { Allow, CurrentActor, ReadsBeyond } from '@anuyat/http';
import { DataSource } from 'typeorm';

class UnmatchedQueryDto {
  /** `yes`: with those that staff have settled. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  resolved?: 'yes' | 'no';
}

class ResolutionDto {
  @IsIn(['refunded', 'accounted-elsewhere', 'explained'])
  how!: PaymentResolution;

  /** What was done, for whoever looks later: the order of the refund, the bill that it was booked to. */
  @IsString()
  @MaxLength(1000)
  @Matches(/\S/)
  note!: string;
}

/** Money that fitted no bill: staff see it, and say how it was settled. Nothing of it is ever changed or removed. */
@Controller('api/payments/unmatched')
@Allow('admin')
@ReadsBeyond('money that belongs to no bill yet')
export class UnmatchedController {
  constructor(private readonly source: DataSource) {}

  @Get()
  list(@Query() { resolved }: UnmatchedQueryDto): Promise<UnmatchedPayment[]> {
    return readUnmatched(this.source, { withResolved: resolved === 'yes' });
  }

  @Post(':transactionId/resolution')
  @HttpCode(204)
  async resolve(@Param('transactionId') transactionId: string, @Body() { how, note }: ResolutionDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await resolveUnmatched(this.source, actor, transactionId, how, note.trim());
  }
}
