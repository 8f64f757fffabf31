import { Module } from '@nestjs/common';
import { AdministratorTerms, Covers, DoorDesk, Invitations, TermKeeper } from '@anuyat/identity';
import { MyOfficeController } from './my-office.controller';
import { PeopleController } from './people.controller';
import { PeopleDesks } from './people-desks';
import { OwnSystemController } from './own-system.controller';
import { SystemsController } from './systems.controller';

@Module({
  controllers: [MyOfficeController, PeopleController, SystemsController, OwnSystemController],
  providers: [
    {
      provide: PeopleDesks, inject: [Invitations, TermKeeper, Covers, DoorDesk, AdministratorTerms],
      useFactory: (invitations: Invitations, terms: TermKeeper, covers: Covers, door: DoorDesk, administrators: AdministratorTerms) => new PeopleDesks(invitations, terms, covers, door, administrators),
    },
  ],
})
export class PeopleModule {}
