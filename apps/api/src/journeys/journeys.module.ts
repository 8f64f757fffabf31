import { Module } from '@nestjs/common';
import { LicenceCatalogue, ManualLibrary, Planner } from '@anuyat/cases';
import { Configuration } from '@anuyat/database';
import { DefinitionLibrary, type Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { JourneysController } from './journeys.controller';
import { LicenceTypesController } from './licence-types.controller';
import { ManualsController } from './manuals.controller';

@Module({
  controllers: [JourneysController, LicenceTypesController, ManualsController],
  providers: [
    { provide: Planner, inject: [reading], useFactory: ({ library, calendar }: Reading) => new Planner(library, calendar) },
    { provide: LicenceCatalogue, inject: [DefinitionLibrary], useFactory: (library: DefinitionLibrary) => new LicenceCatalogue(library) },
    {
      provide: ManualLibrary,
      inject: [DefinitionLibrary, Configuration],
      useFactory: (library: DefinitionLibrary, { PUBLIC_URL }: Configuration) => new ManualLibrary(library, PUBLIC_URL),
    },
  ],
})
export class JourneysModule {}
