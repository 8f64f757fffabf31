import { Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { LedgerConsistency, LedgerView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Limited, Public } from '@anuyat/http';
import { PublishedLedger } from '@anuyat/ledger';

const MOST_ROOTS = 2_147_483_647;

class ConsistencyQueryDto {
  /** The number of the earlier root. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ROOTS)
  from!: number;

  /** The number of the later root. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ROOTS)
  to!: number;
}

/** The ledger as it is published: roots, keys, and proofs that nothing was taken back. */
@Controller('api/ledger')
export class LedgerController {
  constructor(private readonly ledger: PublishedLedger) {}

  @Get()
  @Public()
  read(): Promise<LedgerView> {
    return this.ledger.read();
  }

  @Get('consistency')
  @Public()
  @Limited('costly')
  consistency(@Query() { from, to }: ConsistencyQueryDto): Promise<LedgerConsistency> {
    return this.ledger.consistency(from, to);
  }

  @Get('roots/:number/note')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  note(@Param('number', ParseIntPipe) number: number): Promise<string> {
    return this.ledger.note(Math.min(Math.max(number, 0), MOST_ROOTS));
  }

  /** Asks for a root now; the worker makes it, where anything is new. */
  @Post('roots')
  @Allow('admin')
  @HttpCode(202)
  wish(@CurrentActor() actor: PersonActor): Promise<void> {
    return this.ledger.wish(actor);
  }
}
