import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AccessView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Fresh, Limited } from '@anuyat/http';
import { AccessLog } from './access-log';
import { DataCopier } from './data-copier';

const mostShown = 200;

/** One's own personal data: who looked at them, and a copy. While acting for a company they are the company's. */
@Allow('signed-in')
@Controller('api/my-data')
export class MyDataController {
  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(DataCopier) private readonly copier: DataCopier,
  ) {}

  @Get('accesses')
  accesses(@CurrentActor() actor: PersonActor): Promise<AccessView[]> {
    return this.log.list(actor.accountId, mostShown);
  }

  @Get('copy')
  @Limited('costly')
  @Fresh('file')
  async copy(@CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, unknown>> {
    const copy = await this.copier.copy(actor.accountId);
    void reply.header('content-disposition', 'attachment; filename="anuyat-my-data.json"');
    return copy;
  }
}
