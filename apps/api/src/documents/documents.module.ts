import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Configuration } from '@anuyat/database';
import { Archivist, Contents, openContents, Porter, VaultKeeper } from '@anuyat/documents';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { DocumentsController } from './documents.controller';
import { takeParts } from './uploads/take-parts';
import { UploadsController } from './uploads/uploads.controller';
import { VaultController } from './vault.controller';

@Module({
  controllers: [DocumentsController, UploadsController, VaultController],
  providers: [
    {
      provide: Contents,
      inject: [reading, Configuration],
      useFactory: ({ source }: Reading, configuration: Configuration) => openContents(source, configuration),
    },
    {
      provide: Archivist,
      inject: [reading, Contents],
      useFactory: ({ source, library }: Reading, contents: Contents) => new Archivist(source, library, contents),
    },
    {
      provide: VaultKeeper,
      inject: [reading, Contents, Archivist],
      useFactory: ({ source, library }: Reading, contents: Contents, archivist: Archivist) => new VaultKeeper(source, library, contents, archivist),
    },
    {
      provide: Porter,
      inject: [reading, Contents, Archivist, VaultKeeper],
      useFactory: ({ source }: Reading, contents: Contents, archivist: Archivist, vault: VaultKeeper) => new Porter(source, contents, archivist, vault),
    },
  ],
  exports: [Archivist, Contents],
})
export class DocumentsModule {
  /** Uploads are taken as streams; the adapter registers what reads them. */
  constructor(host: HttpAdapterHost<FastifyAdapter>) {
    host.httpAdapter.useMultipart();
    takeParts(host.httpAdapter.getInstance());
  }
}
