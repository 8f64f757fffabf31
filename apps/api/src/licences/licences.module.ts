import { Module } from '@nestjs/common';
import { Configuration } from '@anuyat/database';
import { LicenceRegister, PaperPress } from '@anuyat/licences';
import type { Reading } from '@anuyat/registrar';
import { reading } from '../platform/tokens';
import { LicencesController } from './licences.controller';

@Module({
  controllers: [LicencesController],
  providers: [
    { provide: LicenceRegister, inject: [reading], useFactory: ({ source, library }: Reading) => new LicenceRegister(source, library) },
    { provide: PaperPress, inject: [Configuration], useFactory: ({ PUBLIC_URL }: Configuration) => new PaperPress(PUBLIC_URL) },
  ],
})
export class LicencesModule {}
