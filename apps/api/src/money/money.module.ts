import { Module } from '@nestjs/common';
import { Cashier } from '@anuyat/fees';
import { Registrar } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { BillsController } from './bills.controller';
import { PaymentsController } from './payments.controller';

@Module({
  controllers: [BillsController, PaymentsController],
  providers: [{ provide: Cashier, inject: [DataSource, Registrar], useFactory: (source: DataSource, registrar: Registrar) => new Cashier(source, registrar) }],
})
export class MoneyModule {}
