import { Module } from '@nestjs/common';
import { PromiseRecord } from '@anuyat/promises';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { PromisesController } from './promises.controller';

@Module({
  controllers: [PromisesController],
  providers: [{ provide: PromiseRecord, inject: [reading], useFactory: (of: Reading) => new PromiseRecord(of) }],
})
export class PromisesModule {}
