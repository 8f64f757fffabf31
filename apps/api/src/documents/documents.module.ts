import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Configuration } from '@anuyat/database';
import { Archivist, Vault } from '@anuyat/documents';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { DocumentsController } from './documents.controller';

@Module({
  controllers: [DocumentsController],
  providers: [
    {
      provide: Archivist,
      inject: [reading, Configuration],
      useFactory: ({ source, library }: Reading, { DATA_DIR }: Configuration) => new Archivist(source, library, new Vault(join(DATA_DIR, 'documents'))),
    },
  ],
  exports: [Archivist],
})
export class DocumentsModule {
  /** Uploads are taken as streams; the adapter registers what reads them. */
  constructor(host: HttpAdapterHost<FastifyAdapter>) {
    host.httpAdapter.useMultipart();
  }
}
