import { Controller, Get } from '@nestjs/common';
import type { RetentionRuleView, RetentionWorkView } from '@anuyat/contract';
import { Allow, Public, ReadsBeyond } from '@anuyat/http';
import { readRetentionRules, readRetentionWork } from '@anuyat/retention';
import { DataSource } from 'typeorm';

/** How long what is kept, for everybody; what is past and what was removed, for administrators. */
@Controller('api')
export class RetentionController {
  constructor(private readonly source: DataSource) {}

  @Get('retention')
  @Public()
  rules(): Promise<RetentionRuleView[]> {
    return readRetentionRules(this.source);
  }

  @Get('admin/retention')
  @ReadsBeyond('counts of what will be removed of all people')
  @Allow('admin')
  work(): Promise<RetentionWorkView> {
    return readRetentionWork(this.source);
  }
}
