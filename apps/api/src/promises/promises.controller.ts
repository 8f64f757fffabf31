import { Controller, Get, Query } from '@nestjs/common';
import type { PromiseRecordView } from '@anuyat/contract';
import { Public } from '@anuyat/http';
import { PromiseRecord } from '@anuyat/promises';
import { PromiseQueryDto } from './promises.dto';

const DAYS = 90;

/** How many of the promised dates were kept: for everybody to see. */
@Controller('api/promises')
export class PromisesController {
  constructor(private readonly record: PromiseRecord) {}

  @Get()
  @Public()
  of(@Query() { days = DAYS }: PromiseQueryDto): Promise<PromiseRecordView> {
    return this.record.of(days);
  }
}
