import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findWebhookAddress, webhookHostsFrom, webhookSecretOf } from '@anuyat/agency-systems';
import { Refusal, type AgencySystemsView, type PersonActor, type RegisteredSystem } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { Allow, CurrentActor, Fresh, ReadsBeyond } from '@anuyat/http';
import { SystemReader, SystemRegister } from '@anuyat/identity';
import { releaseAbandoned } from '@anuyat/reviews';
import { RegisterSystemDto } from './systems.dto';

type Act = 'confirm' | 'suspend' | 'resume' | 'end';

/** An agency's own systems, for whoever looks after its people: one registers, another confirms. */
@Allow('agency-admin')
@ReadsBeyond('the systems of an agency, which are no rows of cases')
@Controller('api/people')
export class SystemsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    private readonly register: SystemRegister,
    private readonly reader: SystemReader,
    private readonly configuration: Configuration,
  ) {}

  @Get('agencies/:agency/systems')
  async list(@Param('agency') agency: string, @CurrentActor() actor: PersonActor): Promise<AgencySystemsView> {
    assertLooksAfter(actor, agency);
    return this.reader.list(agency, actor.accountId);
  }

  @Post('agencies/:agency/systems')
  @Fresh('sign')
  async add(@Param('agency') agency: string, @Body() body: RegisterSystemDto, @CurrentActor() actor: PersonActor): Promise<RegisteredSystem> {
    assertLooksAfter(actor, agency);
    const { webhookUrl } = body;
    if (webhookUrl !== undefined && !findWebhookAddress(webhookUrl, webhookHostsFrom(this.configuration))) throw new Refusal('host-not-allowed');
    const { id } = await this.source.transaction((tx) => this.register.register(tx, actor.accountId, agency, body));
    return webhookUrl === undefined ? { id } : { id, webhookSecret: webhookSecretOf(this.configuration.SESSION_SECRET, id) };
  }

  @Post('systems/:id/confirm')
  @HttpCode(204)
  @Fresh('sign')
  confirm(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.act('confirm', id, actor);
  }

  @Post('systems/:id/suspend')
  @HttpCode(204)
  @Fresh('sign')
  suspend(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.act('suspend', id, actor);
  }

  @Post('systems/:id/resume')
  @HttpCode(204)
  @Fresh('sign')
  resume(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.act('resume', id, actor);
  }

  @Post('systems/:id/end')
  @HttpCode(204)
  @Fresh('sign')
  end(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.act('end', id, actor);
  }

  /** What a system had taken goes back to its offices when it may not work any more. */
  private async act(act: Act, id: string, actor: PersonActor): Promise<void> {
    await this.source.transaction(async (tx: EntityManager) => {
      if (!looksAfter(actor, await this.register.agencyOf(tx, id))) throw new Refusal('not-found');
      await this.register[act](tx, actor.accountId, id);
      await releaseAbandoned(tx);
    });
  }
}

function looksAfter({ looksAfter: agencies = [] }: PersonActor, agency: string): boolean {
  return agencies.includes(agency);
}

function assertLooksAfter(actor: PersonActor, agency: string): void {
  if (!looksAfter(actor, agency)) throw new Refusal('not-found');
}
