import { Module } from '@nestjs/common';
import { Cashier, RateKeeper, ReceiptPress, RefundClerk } from '@anuyat/fees';
import { Typesetter } from '@anuyat/licences';
import { DefinitionLibrary, Registrar } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { BillsController } from './bills.controller';
import { FeeRatesController } from './fee-rates.controller';
import { JointPaymentsController } from './joint-payments.controller';
import { OfficeMoneyController } from './office-money.controller';
import { PaymentsController } from './payments.controller';
import { ReceiptsController } from './receipts.controller';
import { RefundsController } from './refunds.controller';
import { UnmatchedController } from './unmatched.controller';

@Module({
  controllers: [BillsController, FeeRatesController, ReceiptsController, JointPaymentsController, OfficeMoneyController, RefundsController, UnmatchedController, PaymentsController],
  providers: [
    { provide: Cashier, inject: [DataSource, Registrar], useFactory: (source: DataSource, registrar: Registrar) => new Cashier(source, registrar) },
    {
      provide: RefundClerk,
      inject: [DataSource, DefinitionLibrary, Registrar],
      useFactory: (source: DataSource, library: DefinitionLibrary, registrar: Registrar) => new RefundClerk(source, library, registrar),
    },
    { provide: RateKeeper, inject: [DataSource, DefinitionLibrary], useFactory: (source: DataSource, library: DefinitionLibrary) => new RateKeeper(source, library) },
    {
      provide: ReceiptPress,
      inject: [DataSource, DefinitionLibrary],
      useFactory: (source: DataSource, library: DefinitionLibrary) => new ReceiptPress(source, library, new Typesetter()),
    },
  ],
})
export class MoneyModule {}
