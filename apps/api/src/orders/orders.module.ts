import { Module } from '@nestjs/common';
import { AppealDesk, OrderPress, OrderReader } from '@anuyat/decisions';
import { Typesetter } from '@anuyat/licences';
import { Registrar, type Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { OrdersController } from './orders.controller';

@Module({
  controllers: [OrdersController],
  providers: [
    { provide: OrderReader, inject: [reading], useFactory: (of: Reading) => new OrderReader(of) },
    { provide: OrderPress, inject: [reading], useFactory: (of: Reading) => new OrderPress(of, new Typesetter()) },
    { provide: AppealDesk, inject: [reading, Registrar], useFactory: (of: Reading, registrar: Registrar) => new AppealDesk(of, registrar) },
  ],
})
export class OrdersModule {}
