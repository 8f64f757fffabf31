import { Controller, Get, Param } from '@nestjs/common';
import { LicenceCatalogue } from '@anuyat/cases';
import type { LicenceTypeView } from '@anuyat/contract';
import { Public } from '@anuyat/http';

/** The public manual of every licence type, as its definition says it. */
@Controller('api/licence-types')
export class LicenceTypesController {
  constructor(private readonly catalogue: LicenceCatalogue) {}

  @Get()
  @Public()
  list(): LicenceTypeView[] {
    return this.catalogue.list();
  }

  @Get(':code')
  @Public()
  get(@Param('code') code: string): LicenceTypeView {
    return this.catalogue.read(code);
  }
}
