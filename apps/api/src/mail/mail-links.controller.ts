import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Refusal } from '@anuyat/contract';
import { Limited, Origins, Public, takesForms } from '@anuyat/http';
import { AddressBook } from '@anuyat/mail';
import { DataSource } from 'typeorm';
import { MailCodeDto } from './mail.dto';

/** What the links in letters lead to. Whoever has the link has the letter, so nobody has to sign in. */
@Controller('api/mail')
export class MailLinksController {
  constructor(
    private readonly source: DataSource,
    private readonly book: AddressBook,
    private readonly origins: Origins,
  ) {}

  @Post('confirmations/:id')
  @HttpCode(200)
  @Limited('costly')
  @Public()
  async confirm(@Param('id', ParseUUIDPipe) addressId: string, @Body() { code }: MailCodeDto): Promise<{ address: string }> {
    const outcome = await this.source.transaction((tx) => this.book.confirm(tx, { addressId }, code));
    if (typeof outcome === 'string') throw new Refusal(outcome);
    return { address: outcome.masked };
  }

  /** Programs that look at links before people do change nothing: they get a page that asks. */
  @Get('stop/:token')
  @HttpCode(303)
  @Public()
  show(@Param('token') token: string, @Res() reply: FastifyReply): void {
    void reply.redirect(`${this.origins.publicOrigin}/mail/stop/${encodeURIComponent(token)}`, 303);
  }

  /** One click in a mail program (RFC 8058), which posts a form, or the button on our own page. */
  @Post('stop/:token')
  @HttpCode(204)
  @RouteConfig(takesForms)
  @Public()
  async stop(@Param('token') token: string): Promise<void> {
    await this.source.transaction((tx) => this.book.stopByLink(tx, token));
  }
}
