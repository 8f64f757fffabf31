import { Module } from '@nestjs/common';
import { Covers, Invitations, PasskeyDesk, TermKeeper } from '@anuyat/identity';
import { MyOfficeController } from './my-office.controller';
import { PeopleController } from './people.controller';
import { PeopleDesks } from './people-desks';

@Module({
  controllers: [MyOfficeController, PeopleController],
  providers: [
    {
      provide: PeopleDesks, inject: [Invitations, TermKeeper, Covers, PasskeyDesk],
      useFactory: (invitations: Invitations, terms: TermKeeper, covers: Covers, passkeys: PasskeyDesk) => new PeopleDesks(invitations, terms, covers, passkeys),
    },
  ],
})
export class PeopleModule {}
