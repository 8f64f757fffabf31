import { Module } from '@nestjs/common';
import { LicenceCatalogue, Planner } from '@anuyat/cases';
import { DefinitionLibrary, type Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { JourneysController } from './journeys.controller';
import { LicenceTypesController } from './licence-types.controller';

@Module({
  controllers: [JourneysController, LicenceTypesController],
  providers: [
    { provide: Planner, inject: [reading], useFactory: ({ library, calendar }: Reading) => new Planner(library, calendar) },
    { provide: LicenceCatalogue, inject: [DefinitionLibrary], useFactory: (library: DefinitionLibrary) => new LicenceCatalogue(library) },
  ],
})
export class JourneysModule {}
