import { Module } from '@nestjs/common';
import { Refiler } from '@anuyat/cases';
import { Configuration } from '@anuyat/database';
import { LicenceRegister, OfficeRegister, openPaperLook, PaperPress, PaperShelf, TransferClerk } from '@anuyat/licences';
import { Registrar, type Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { LicencesController } from './licences.controller';
import { LivesController } from './lives.controller';
import { OffersController } from './offers.controller';
import { SealsController } from './seals.controller';
import { RenewalsController } from './renewals.controller';

@Module({
  controllers: [SealsController, LicencesController, LivesController, RenewalsController, OffersController],
  providers: [
    { provide: LicenceRegister, inject: [reading], useFactory: ({ source, library }: Reading) => new LicenceRegister(source, library) },
    { provide: Refiler, inject: [reading], useFactory: ({ source, library }: Reading) => new Refiler(source, library) },
    {
      provide: TransferClerk,
      inject: [reading, Registrar],
      useFactory: ({ source, library }: Reading, registrar: Registrar) => new TransferClerk(source, library, registrar),
    },
    { provide: OfficeRegister, inject: [reading], useFactory: ({ source, library }: Reading) => new OfficeRegister(source, library) },
    {
      provide: PaperShelf,
      inject: [reading, Configuration],
      useFactory: ({ source, library }: Reading, configuration: Configuration) => new PaperShelf(source, library, new PaperPress(configuration.PUBLIC_URL, openPaperLook(configuration)), configuration.PUBLIC_URL),
    },
  ],
})
export class LicencesModule {}
