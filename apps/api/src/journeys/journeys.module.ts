import { Module } from '@nestjs/common';
import { LicenceCatalogue, Planner } from '@anuyat/cases';
import { DefinitionLibrary } from '@anuyat/registrar';
import { JourneysController } from './journeys.controller';
import { LicenceTypesController } from './licence-types.controller';

@Module({
  controllers: [JourneysController, LicenceTypesController],
  providers: [
    { provide: Planner, inject: [DefinitionLibrary], useFactory: (library: DefinitionLibrary) => new Planner(library) },
    { provide: LicenceCatalogue, inject: [DefinitionLibrary], useFactory: (library: DefinitionLibrary) => new LicenceCatalogue(library) },
  ],
})
export class JourneysModule {}
