import { Global, Module } from '@nestjs/common';
import { DelayList } from '@anuyat/clocks';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { DelaysController } from './delays.controller';

const list = { provide: DelayList, useFactory: (source: DataSource, library: DefinitionLibrary) => new DelayList(source, library), inject: [DataSource, DefinitionLibrary] };

@Global()
@Module({ controllers: [DelaysController], providers: [list], exports: [DelayList] })
export class DelaysModule {}
