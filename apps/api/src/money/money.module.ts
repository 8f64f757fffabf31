import { Module } from '@nestjs/common';
import { Cashier, ReceiptPress } from '@anuyat/fees';
import { Typesetter } from '@anuyat/licences';
import { DefinitionLibrary, Registrar } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { BillsController } from './bills.controller';
import { JointPaymentsController } from './joint-payments.controller';
import { PaymentsController } from './payments.controller';
import { ReceiptsController } from './receipts.controller';
import { UnmatchedController } from './unmatched.controller';

@Module({
  controllers: [BillsController, ReceiptsController, JointPaymentsController, UnmatchedController, PaymentsController],
  providers: [
    { provide: Cashier, inject: [DataSource, Registrar], useFactory: (source: DataSource, registrar: Registrar) => new Cashier(source, registrar) },
    {
      provide: ReceiptPress,
      inject: [DataSource, DefinitionLibrary],
      useFactory: (source: DataSource, library: DefinitionLibrary) => new ReceiptPress(source, library, new Typesetter()),
    },
  ],
})
export class MoneyModule {}
