import { Module } from '@nestjs/common';
import { Watchtower } from '@anuyat/monitoring';
import { PromiseReader } from '@anuyat/promises';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { MonitorController } from './monitor.controller';

@Module({
  controllers: [MonitorController],
  providers: [{ provide: Watchtower, inject: [reading], useFactory: (of: Reading) => new Watchtower(of) }, { provide: PromiseReader, inject: [reading], useFactory: (of: Reading) => new PromiseReader(of) }],
})
export class MonitorModule {}
