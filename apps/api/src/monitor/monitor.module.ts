import { Module } from '@nestjs/common';
import { Watchtower } from '@anuyat/monitoring';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { MonitorController } from './monitor.controller';

@Module({
  controllers: [MonitorController],
  providers: [{ provide: Watchtower, inject: [reading], useFactory: (of: Reading) => new Watchtower(of) }],
})
export class MonitorModule {}
