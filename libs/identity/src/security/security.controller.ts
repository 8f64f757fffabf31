import { Controller, Delete, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Refusal, type OwnSecurityView, type PersonActor, type SecurityEventPage } from '@anuyat/contract';
import { Allow, CurrentActor, Fresh, ReadsBeyond } from '@anuyat/http';
import { Doorkeeper } from '../sessions/doorkeeper';
import { RecordReader } from './record-reader';
import { SecurityQuery } from './security.dto';

const USUAL = 50;

/** The record of sign-ins and refusals: one's own part for everybody, all of it for administrators. */
@Controller('api')
@ReadsBeyond('the record of the door knows people by marks')
export class SecurityController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
    @Inject(RecordReader) private readonly reader: RecordReader,
  ) {}

  /** Of the person, for whomever the session acts. */
  @Get('auth/sign-ins')
  @Allow('signed-in')
  async own(@Req() request: FastifyRequest): Promise<OwnSecurityView> {
    const session = await this.doorkeeper.find(request);
    if (!session) throw new Refusal('not-signed-in');
    return this.reader.own(session, request.ip);
  }

  @Get('admin/security-events')
  @Allow('admin')
  search(@Query() { limit = USUAL, ...filter }: SecurityQuery, @CurrentActor() { accountId }: PersonActor, @Req() { ip }: FastifyRequest): Promise<SecurityEventPage> {
    return this.reader.search(accountId, { ...filter, limit }, ip);
  }

  /** Ends every session of a person, who reads of it at the next sign-in; the account stays open. One's own are ended on one's own page. */
  @Delete('admin/people/:reference/sessions')
  @Allow('admin')
  @Fresh('sign')
  async end(@Param('reference') reference: string, @CurrentActor() { accountId: by }: PersonActor, @Req() { ip }: FastifyRequest): Promise<{ ended: number }> {
    const accountId = await this.reader.accountOf(reference);
    if (accountId === by) throw new Refusal('own-matter');
    return { ended: await this.source.transaction((tx) => this.doorkeeper.end(tx, accountId, { allBut: '00' }, { kind: 'session-ended', code: 'by-administrator', by, ip })) };
  }
}
