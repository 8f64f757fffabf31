import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { PersonActor, RefundDue } from '@anuyat/contract';
import { readRefunds, RefundClerk } from '@anuyat/fees';
import { Allow, CurrentActor, ReadsBeyond } from '@anuyat/http';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { GiveBackDto, RefundsQueryDto } from './refunds.dto';

/** What offices owe payers because a correction lowered a fee after it was paid. Nothing of it is ever changed or removed. */
@Controller('api/payments/refunds')
@Allow('admin')
@ReadsBeyond('administrators see what all offices give back')
export class RefundsController {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly clerk: RefundClerk,
  ) {}

  @Get()
  list(@Query() { given }: RefundsQueryDto): Promise<RefundDue[]> {
    return readRefunds(this.source, this.library, { withGiven: given === 'yes' });
  }

  @Post(':id/given-back')
  @HttpCode(204)
  async give(@Param('id', ParseUUIDPipe) id: string, @Body() given: GiveBackDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.clerk.giveBack(actor, id, given);
  }
}
