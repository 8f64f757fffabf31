import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ManualLibrary, type JsonLd } from '@anuyat/cases';
import type { ManualView } from '@anuyat/contract';
import { Public } from '@anuyat/http';
import type { Diagram } from '@anuyat/licence-kit';
import { ManualQueryDto } from './manual-query.dto';

/** The manual for the public of every licence type, in each of its versions: to read, as linked data, and as a picture. */
@Controller('api/licence-types/:code')
export class ManualsController {
  constructor(private readonly manuals: ManualLibrary) {}

  @Get('manual')
  @Public()
  manual(@Param('code') code: string, @Query() { version }: ManualQueryDto): ManualView {
    return this.manuals.read(code, version);
  }

  @Get('manual.jsonld')
  @Public()
  @Header('content-type', 'application/ld+json; charset=utf-8')
  linkedData(@Param('code') code: string, @Query() { version }: ManualQueryDto): JsonLd {
    return this.manuals.linkedData(code, version);
  }

  @Get('diagram')
  @Public()
  diagram(@Param('code') code: string, @Query() { version }: ManualQueryDto): Diagram {
    return this.manuals.diagram(code, version);
  }
}
