import { Module } from '@nestjs/common';
import { CaseReader } from '@anuyat/cases';
import { CaseHistory, PublishedLedger } from '@anuyat/ledger';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { CaseHistoryController } from './case-history.controller';
import { LedgerController } from './ledger.controller';

@Module({
  controllers: [LedgerController, CaseHistoryController],
  providers: [
    { provide: PublishedLedger, inject: [reading], useFactory: ({ source }: Reading) => new PublishedLedger(source) },
    { provide: CaseHistory, inject: [reading], useFactory: ({ source, library }: Reading) => new CaseHistory(source, library) },
    { provide: CaseReader, inject: [reading], useFactory: (of: Reading) => new CaseReader(of) },
  ],
})
export class LedgerModule {}
