import { Module } from '@nestjs/common';
import { LateDesk } from '@anuyat/decisions';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { ApplicationsController } from './applications.controller';
import { SigningRule } from './signing-rule';
import { SystemDesk } from './system-desk';

@Module({
  controllers: [ApplicationsController],
  providers: [SigningRule, SystemDesk, { provide: LateDesk, inject: [reading], useFactory: (of: Reading) => new LateDesk(of) }],
  exports: [LateDesk],
})
export class ApplicationsModule {}
