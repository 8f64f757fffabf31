import { Module } from '@nestjs/common';
import { Configuration } from '@anuyat/database';
import { Registrar, type Reading } from '@anuyat/registrar';
import { Countersigner, openExaminer, ProposalBook, Publisher, Relocator, ShadowRunner, VersionReader } from '@anuyat/versions';
import { reading } from '../platform/tokens';
import { ProposalsController } from './proposals.controller';
import { VersionsController } from './versions.controller';

@Module({
  controllers: [ProposalsController, VersionsController],
  providers: [
    { provide: VersionReader, inject: [reading], useFactory: ({ source, library }: Reading) => new VersionReader(source, library) },
    { provide: Publisher, inject: [reading, Configuration], useFactory: ({ source, library }: Reading, { SESSION_SECRET }: Configuration) => new Publisher(source, library, openExaminer(source, SESSION_SECRET)) },
    { provide: ShadowRunner, inject: [reading, VersionReader], useFactory: ({ source, library }: Reading, reader: VersionReader) => new ShadowRunner(source, library, reader) },
    { provide: Relocator, inject: [reading, VersionReader, Registrar], useFactory: ({ source, library }: Reading, reader: VersionReader, registrar: Registrar) => new Relocator(source, library, reader, registrar) },
    { provide: ProposalBook, inject: [reading], useFactory: ({ source }: Reading) => new ProposalBook(source) },
    { provide: Countersigner, inject: [reading, ProposalBook, Publisher, Relocator], useFactory: ({ source }: Reading, book: ProposalBook, publisher: Publisher, relocator: Relocator) => new Countersigner(source, book, publisher, relocator) },
  ],
})
export class VersionsModule {}
