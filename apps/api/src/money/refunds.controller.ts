import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { PersonActor, RefundDue } from '@anuyat/contract';
import { readRefunds, settleRefund } from '@anuyat/fees';
import { Allow, CurrentActor } from '@anuyat/http';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';

class RefundsQueryDto {
  /** `yes`: with those that were given back. */
  @IsOptional()
  @IsIn(['yes', 'no'])
  given?: 'yes' | 'no';
}

class GivenBackDto {
  /** The order of the refund, or the transfer, for whoever looks later. */
  @IsString()
  @MaxLength(1000)
  @Matches(/\S/)
  note!: string;
}

/** What offices owe payers because a correction lowered a fee after it was paid. Nothing of it is ever changed or removed. */
@Controller('api/payments/refunds')
@Allow('admin')
export class RefundsController {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
  ) {}

  @Get()
  list(@Query() { given }: RefundsQueryDto): Promise<RefundDue[]> {
    return readRefunds(this.source, this.library, { withGiven: given === 'yes' });
  }

  @Post(':id/given-back')
  @HttpCode(204)
  async give(@Param('id', ParseUUIDPipe) id: string, @Body() { note }: GivenBackDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await settleRefund(this.source, this.library, actor, id, note.trim());
  }
}
