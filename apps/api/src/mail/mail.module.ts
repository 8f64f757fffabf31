import { Module } from '@nestjs/common';
import { Configuration } from '@anuyat/database';
import { AddressBook, MailKeys } from '@anuyat/mail';
import { MailController } from './mail.controller';
import { MailLinksController } from './mail-links.controller';

@Module({
  controllers: [MailController, MailLinksController],
  providers: [
    {
      provide: AddressBook, inject: [Configuration],
      useFactory: ({ SESSION_SECRET, SMTP_URL, MAIL_FROM }: Configuration) => new AddressBook(new MailKeys(SESSION_SECRET), SMTP_URL === undefined ? undefined : MAIL_FROM),
    },
  ],
})
export class MailModule {}
