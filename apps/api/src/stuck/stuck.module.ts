import { Module } from '@nestjs/common';
import { StuckWork } from '@anuyat/monitoring';
import { Courier } from '@anuyat/outbox';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { StuckController } from './stuck.controller';

@Module({
  controllers: [StuckController],
  providers: [{ provide: StuckWork, inject: [DataSource, DefinitionLibrary, Courier], useFactory: (source: DataSource, library: DefinitionLibrary, courier: Courier) => new StuckWork(source, library, courier) }],
})
export class StuckModule {}
