import { Module } from '@nestjs/common';
import { AnswerKeeper, CaseClerk, CaseCopier, CaseExplainer, CaseFiler, CaseReader } from '@anuyat/cases';
import { Configuration } from '@anuyat/database';
import { AnswerDesk } from '@anuyat/defects';
import { LicenceRegister } from '@anuyat/licences';
import { Registrar, type Reading } from '@anuyat/registrar';
import { ApplicationsModule } from '../applications/applications.module';
import { DeskModule } from '../desk/desk.module';
import { DocumentsModule } from '../documents/documents.module';
import { reading } from '../platform/tokens';
import { AnswersController } from './answers.controller';
import { CasesController } from './cases.controller';
import { WholeCase } from './whole-case';
import { WhyController } from './why.controller';

@Module({
  imports: [ApplicationsModule, DeskModule, DocumentsModule],
  controllers: [CasesController, AnswersController, WhyController],
  providers: [
    { provide: CaseClerk, inject: [reading], useFactory: ({ source, library }: Reading) => new CaseClerk(source, library) },
    { provide: AnswerKeeper, inject: [reading], useFactory: ({ source, library }: Reading) => new AnswerKeeper(source, library) },
    {
      provide: CaseFiler,
      inject: [reading, Registrar],
      useFactory: ({ source, library, calendar }: Reading, registrar: Registrar) => new CaseFiler(source, library, calendar, registrar),
    },
    { provide: CaseCopier, inject: [reading], useFactory: ({ source, library }: Reading) => new CaseCopier(source, library) },
    { provide: AnswerDesk, inject: [reading, Registrar], useFactory: ({ source, library }: Reading, registrar: Registrar) => new AnswerDesk(source, library, registrar) },
    { provide: CaseReader, inject: [reading], useFactory: (of: Reading) => new CaseReader(of) },
    { provide: CaseExplainer, inject: [reading], useFactory: (of: Reading) => new CaseExplainer(of) },
    {
      provide: WholeCase,
      inject: [CaseReader, reading, Configuration],
      useFactory: (reader: CaseReader, of: Reading, configuration: Configuration) => new WholeCase(reader, new LicenceRegister(of.source, of.library), of, configuration),
    },
  ],
})
export class CasesModule {}
