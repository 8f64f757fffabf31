import { Controller, Get, Param, ParseUUIDPipe, Req, Res } from '@nestjs/common';
import { Refusal, type Moved, type PersonActor } from '@anuyat/contract';
import { ActorSource, Allow, CurrentActor } from '@anuyat/http';
import { isInvolved, type LaneOffice } from '@anuyat/registrar';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { caseKey, officeKey, StreamHub } from './stream-hub';

const HEARTBEAT_MS = 15_000;

/** What one browser watches. */
interface Watch {
  keys: string[];
  /** Asked again with every heartbeat, of the rights held at that moment. */
  isAllowed(actor: PersonActor): boolean;
  /** Which movements it hears of; absent: all. */
  concerns?(moved: Moved): boolean;
}

/** Server-sent events. They say that something moved, never what is in it; rights are asked again with every heartbeat. */
@Controller('api')
export class StreamController {
  constructor(
    private readonly hub: StreamHub,
    private readonly source: DataSource,
    private readonly actors: ActorSource,
  ) {}

  @Get('cases/:id/stream')
  @Allow('applicant')
  async ofCase(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [row]: { account_id: string }[] = await this.source.query(`SELECT account_id FROM case_file WHERE id = $1`, [id]);
    if (row?.account_id !== actor.accountId) throw new Refusal('not-found');
    this.open({ keys: [caseKey(id)], isAllowed: ({ accountId }) => accountId === row.account_id }, request, reply);
  }

  @Get('applications/:id/stream')
  @Allow('signed-in')
  async ofApplication(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [row]: { case_id: string; account_id: string; offices: Record<string, LaneOffice> }[] =
      await this.source.query(`SELECT case_id, account_id, offices FROM application WHERE id = $1`, [id]);
    const isAllowed = (reader: PersonActor): boolean => row !== undefined && isInvolved(reader, { accountId: row.account_id, offices: row.offices });
    if (!row || !isAllowed(actor)) throw new Refusal('not-found');
    this.open({ keys: [caseKey(row.case_id)], isAllowed, concerns: ({ applicationId }) => applicationId === id || applicationId === null }, request, reply);
  }

  @Get('tasks/stream')
  @Allow('officer')
  ofOffices(@CurrentActor() actor: PersonActor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const keys = actor.offices.map(({ code }) => officeKey(code));
    const isAllowed = ({ offices }: PersonActor): boolean => keys.every((key) => offices.some(({ code }) => officeKey(code) === key));
    this.open({ keys, isAllowed }, request, reply);
  }

  private open({ keys, isAllowed, concerns }: Watch, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    if (request.method === 'HEAD') return void raw.end();
    raw.write('retry: 2000\n\n');
    const stop = this.hub.watch(keys, (moved) => {
      if (concerns?.(moved) ?? true) raw.write(`event: moved\ndata: ${JSON.stringify(moved)}\n\n`);
    });
    const heartbeat = setInterval(() => {
      raw.write(': alive\n\n');
      this.actors.findActor(request).then(
        (actor) => (actor && isAllowed(actor) ? undefined : raw.end()),
        () => undefined,
      );
    }, HEARTBEAT_MS);
    raw.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
  }
}
