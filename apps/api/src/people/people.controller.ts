import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal, type AgencyPeopleView, type InvitedOfficer, type OfficeRef, type PersonActor } from '@anuyat/contract';
import { listOffices } from '@anuyat/dictionary/reference';
import { Allow, CurrentActor, Fresh, Origins, ReadsBeyond } from '@anuyat/http';
import { Doorkeeper, StaffBook } from '@anuyat/identity';
import { releaseAbandoned } from '@anuyat/reviews';
import { PeopleDesks } from './people-desks';
import { ChangeTermDto, EndTermDto, InviteOfficerDto, NameCoverDto, OfficesQuery } from './people.dto';

const mostOffices = 30;

/** The people of an agency, for whoever looks after them: nobody sees or changes another agency's. */
@Allow('agency-admin')
@Controller('api/people')
@ReadsBeyond('the people of an agency, who are colleagues and no rows of cases')
export class PeopleController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Origins) private readonly origins: Origins,
    private readonly book: StaffBook,
    private readonly desks: PeopleDesks,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  @Get('agencies/:agency')
  async read(@Param('agency') agency: string, @CurrentActor() actor: PersonActor): Promise<AgencyPeopleView> {
    assertLooksAfter(actor, agency);
    return this.book.read(agency);
  }

  @Get('offices')
  offices(@Query() { agency, q = '' }: OfficesQuery, @CurrentActor() actor: PersonActor): OfficeRef[] {
    assertLooksAfter(actor, agency);
    const wanted = q.trim().toLowerCase();
    return listOffices().filter((office) => office.agency.code === agency && `${office.title.th} ${office.title.en}`.toLowerCase().includes(wanted)).slice(0, mostOffices);
  }

  @Post('agencies/:agency/invitations')
  @Fresh('sign')
  async invite(@Param('agency') agency: string, @Body() body: InviteOfficerDto, @CurrentActor() actor: PersonActor): Promise<InvitedOfficer> {
    assertLooksAfter(actor, agency);
    const { id, token, isMailed } = await this.source.transaction((tx) => this.desks.invitations.invite(tx, actor.accountId, agency, body));
    return { id, isMailed, link: `${this.origins.publicOrigin}/account/invitations?token=${token}` };
  }

  @Delete('invitations/:id')
  @HttpCode(204)
  async withdraw(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (!looksAfter(actor, await this.desks.invitations.agencyOf(tx, id))) throw new Refusal('not-found');
      await this.desks.invitations.withdraw(tx, actor.accountId, id);
    });
  }

  @Put('terms/:id')
  @HttpCode(204)
  @Fresh('sign')
  async change(@Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeTermDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (!looksAfter(actor, await this.desks.terms.agencyOf(tx, id))) throw new Refusal('not-found');
      await this.desks.terms.change(tx, actor.accountId, id, body);
      await releaseAbandoned(tx);
    });
    this.doorkeeper.forget();
  }

  /** What the officer had taken goes back to the office. */
  @Post('terms/:id/end')
  @HttpCode(204)
  @Fresh('sign')
  async end(@Param('id', ParseUUIDPipe) id: string, @Body() { isSure = false }: EndTermDto, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (!looksAfter(actor, await this.desks.terms.agencyOf(tx, id))) throw new Refusal('not-found');
      await this.desks.terms.end(tx, actor.accountId, id, isSure);
      await releaseAbandoned(tx);
    });
    this.doorkeeper.forget();
  }

  @Post('agencies/:agency/covers')
  @HttpCode(204)
  async cover(@Param('agency') agency: string, @Body() body: NameCoverDto, @CurrentActor() actor: PersonActor): Promise<void> {
    assertLooksAfter(actor, agency);
    if (!body.absent) throw new Refusal('bad-request');
    await this.source.transaction((tx) => this.desks.covers.name(tx, actor.accountId, body, agency));
    this.doorkeeper.forget();
  }

  /** A lost passkey: all of the officer's are taken off, every session ends, and it is written down for both to see. */
  @Delete('agencies/:agency/officers/:accountId/passkeys')
  @HttpCode(204)
  @Fresh('sign')
  async removePasskeys(@Param('agency') agency: string, @Param('accountId', ParseUUIDPipe) accountId: string, @CurrentActor() actor: PersonActor): Promise<void> {
    assertLooksAfter(actor, agency);
    if (accountId === actor.accountId) throw new Refusal('own-matter');
    if (!(await this.book.worksFor(accountId, agency))) throw new Refusal('not-found');
    await this.source.transaction((tx) => this.desks.door.removePasskeys(tx, { agency, accountId, by: actor.accountId }));
  }

  /** A lost or stolen device: every session of the officer ends, the account and the terms stay. */
  @Delete('agencies/:agency/officers/:accountId/sessions')
  @Fresh('sign')
  async endSessions(@Param('agency') agency: string, @Param('accountId', ParseUUIDPipe) accountId: string, @CurrentActor() actor: PersonActor): Promise<{ ended: number }> {
    assertLooksAfter(actor, agency);
    if (accountId === actor.accountId) throw new Refusal('own-matter');
    if (!(await this.book.worksFor(accountId, agency))) throw new Refusal('not-found');
    return { ended: await this.source.transaction((tx) => this.desks.door.endSessions(tx, { agency, accountId, by: actor.accountId })) };
  }

  /** By whoever else looks after the agency's people, or by oneself; never the last one. */
  @Post('administrators/:id/end')
  @HttpCode(204)
  @Fresh('sign')
  async endAdministrator(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.source.transaction(async (tx) => {
      if (!looksAfter(actor, await this.desks.administrators.agencyOf(tx, id))) throw new Refusal('not-found');
      await this.desks.administrators.end(tx, actor.accountId, id);
    });
    this.doorkeeper.forget();
  }
}

function looksAfter({ looksAfter: agencies = [] }: PersonActor, agency: string): boolean {
  return agencies.includes(agency);
}

function assertLooksAfter(actor: PersonActor, agency: string): void {
  if (!looksAfter(actor, agency)) throw new Refusal('not-found');
}
