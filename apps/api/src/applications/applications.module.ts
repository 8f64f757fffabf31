import { Module } from '@nestjs/common';
import { LateDesk } from '@anuyat/decisions';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { ApplicationsController } from './applications.controller';
import { SigningRule } from './signing-rule';

@Module({
  controllers: [ApplicationsController],
  providers: [SigningRule, { provide: LateDesk, inject: [reading], useFactory: (of: Reading) => new LateDesk(of) }],
  exports: [LateDesk],
})
export class ApplicationsModule {}
