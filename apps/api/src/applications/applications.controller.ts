import { Body, Controller, Get, Headers, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { Refusal, type ApplicationView, type EventReply, type PersonActor, type TimelineEntry } from '@anuyat/contract';
import { LateDesk } from '@anuyat/decisions';
import { Allow, CurrentActor, Mandated } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import type { FastifyRequest } from 'fastify';
import { isInvolved, readApplications, readDossiers, Registrar, storableTree, timelineOf, type LaneOffice, type Reading, type Received } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { EventRequestDto } from './event-request.dto';
import { SigningRule } from './signing-rule';
import { SystemDesk } from './system-desk';

/** Applications and the one door to change them. */
@Controller('api/applications')
@Allow('signed-in')
export class ApplicationsController {
  constructor(
    private readonly registrar: Registrar,
    private readonly lateDesk: LateDesk,
    private readonly signing: SigningRule,
    private readonly log: AccessLog,
    private readonly systems: SystemDesk,
    @Inject(reading) private readonly reading: Reading,
  ) {}

  @Get(':id')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<ApplicationView> {
    await this.assertInvolved(id, actor);
    await this.log.note(actor, { what: 'application', id });
    const [application] = await readApplications(this.reading, { ids: [id] }, actor);
    if (!application) throw new Refusal('not-found');
    return application;
  }

  @Get(':id/history')
  async history(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<TimelineEntry[]> {
    await this.assertInvolved(id, actor);
    await this.log.note(actor, { what: 'history', id });
    return timelineOf(await readDossiers(this.reading.source, { ids: [id] }), this.reading.library);
  }

  /** Same key, same answer; without a key nothing is taken, for a lost reply could not be asked for again. */
  @Post(':id/events')
  @HttpCode(200)
  @Mandated('file')
  @Allow('signed-in', 'agency-system')
  async receive(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: EventRequestDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: PersonActor,
    @Req() request: FastifyRequest,
  ): Promise<EventReply> {
    if (!key || key.length > 100) throw new Refusal('key-missing');
    const { type, data, revision, officer } = body;
    const given = data ? storableTree(data) : undefined;
    const reception = { applicationId: id, type, actor, key, ...(given ? { data: given } : {}), ...(revision ? { revision } : {}) };
    if (actor.system) return this.replyTo(await this.systems.receive(request, reception, officer), actor);
    if (officer) throw new Refusal('bad-request');
    const giveBack = await this.signing.assertSigned(request, id, body, key);
    const received = await this.registrar.receive(reception).catch(async (error: unknown) => {
      if (error instanceof Refusal) await giveBack();
      throw error instanceof Refusal ? await this.lateDesk.explain(actor, id, { type, data: given ?? {} }, error) : error;
    });
    return this.replyTo(received, actor);
  }

  private async replyTo({ applicationId, revision, status }: Received, actor: PersonActor): Promise<EventReply> {
    const [application] = await readApplications(this.reading, { ids: [applicationId] }, actor);
    return { applicationId, revision, status, may: application?.may ?? [] };
  }

  private async assertInvolved(id: string, actor: PersonActor): Promise<void> {
    const [row]: { account_id: string; offices: Record<string, LaneOffice> }[] = await this.reading.source.query(
      `SELECT account_id, offices FROM application WHERE id = $1`,
      [id],
    );
    if (!row || !isInvolved(actor, { accountId: row.account_id, offices: row.offices })) throw new Refusal('not-found');
  }
}
