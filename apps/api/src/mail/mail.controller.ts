import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Refusal, type MailSettingsView, type PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Mandated } from '@anuyat/http';
import { AddressBook } from '@anuyat/mail';
import { DataSource } from 'typeorm';
import { AskAddressDto, MailCodeDto, MailLanguageDto } from './mail.dto';

/** Where one wants to be told by e-mail. While acting for a company it is the company's address, for its notices are the company's. */
@Allow('signed-in')
@Controller('api/mail/address')
export class MailController {
  constructor(
    private readonly source: DataSource,
    private readonly book: AddressBook,
  ) {}

  @Get()
  read(@CurrentActor() { accountId }: PersonActor): Promise<MailSettingsView> {
    return this.book.read(this.source.manager, accountId);
  }

  /** Bounded by the book itself: so many an hour, of one account and to one address. */
  @Post()
  @HttpCode(200)
  @Mandated('file')
  ask(@CurrentActor() { accountId }: PersonActor, @Body() { address, language }: AskAddressDto): Promise<MailSettingsView> {
    return this.source.transaction(async (tx) => {
      await this.book.ask(tx, accountId, address, language);
      return this.book.read(tx, accountId);
    });
  }

  @Post('confirmation')
  @HttpCode(200)
  @Mandated('file')
  async confirm(@CurrentActor() { accountId }: PersonActor, @Body() { code }: MailCodeDto): Promise<MailSettingsView> {
    const outcome = await this.source.transaction((tx) => this.book.confirm(tx, { accountId }, code));
    if (typeof outcome === 'string') throw new Refusal(outcome);
    return this.book.read(this.source.manager, accountId);
  }

  /** The address that was asked for is not wanted any more; the one in use stays. */
  @Delete('confirmation')
  @HttpCode(204)
  @Mandated('file')
  async withdraw(@CurrentActor() { accountId }: PersonActor): Promise<void> {
    await this.source.transaction((tx) => this.book.stopAsked(tx, accountId));
  }

  @Put('language')
  @HttpCode(204)
  @Mandated('file')
  async speak(@CurrentActor() { accountId }: PersonActor, @Body() { language }: MailLanguageDto): Promise<void> {
    await this.source.transaction((tx) => this.book.speak(tx, accountId, language));
  }

  @Delete()
  @HttpCode(204)
  @Mandated('file')
  async stop(@CurrentActor() { accountId }: PersonActor): Promise<void> {
    await this.source.transaction((tx) => this.book.stop(tx, accountId));
  }
}
