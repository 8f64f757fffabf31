import { Module } from '@nestjs/common';
import { AnswerKeeper, CaseClerk, CaseFiler, CaseReader } from '@anuyat/cases';
import { Configuration } from '@anuyat/database';
import { LicenceRegister } from '@anuyat/licences';
import { Registrar, type Reading } from '@anuyat/registrar';
import { DocumentsModule } from '../documents/documents.module';
import { reading } from '../platform/tokens';
import { CasesController } from './cases.controller';
import { WholeCase } from './whole-case';

@Module({
  imports: [DocumentsModule],
  controllers: [CasesController],
  providers: [
    { provide: CaseClerk, inject: [reading], useFactory: ({ source, library }: Reading) => new CaseClerk(source, library) },
    { provide: AnswerKeeper, inject: [reading], useFactory: ({ source, library }: Reading) => new AnswerKeeper(source, library) },
    {
      provide: CaseFiler,
      inject: [reading, Registrar],
      useFactory: ({ source, library, calendar }: Reading, registrar: Registrar) => new CaseFiler(source, library, calendar, registrar),
    },
    { provide: CaseReader, inject: [reading], useFactory: (of: Reading) => new CaseReader(of) },
    {
      provide: WholeCase,
      inject: [CaseReader, reading, Configuration],
      useFactory: (reader: CaseReader, of: Reading, configuration: Configuration) => new WholeCase(reader, new LicenceRegister(of.source, of.library), of, configuration),
    },
  ],
})
export class CasesModule {}
