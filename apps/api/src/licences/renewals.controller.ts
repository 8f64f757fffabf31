import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { PersonActor } from '@anuyat/contract';
import { Refiler } from '@anuyat/cases';
import { Allow, CurrentActor, Mandated } from '@anuyat/http';

/** Where the draft that was opened goes on. */
interface RefiledDraft {
  caseId: string;
}

/** Filings about licences that exist. The same press twice opens one draft, so no key is needed. */
@Controller('api/licences')
export class RenewalsController {
  constructor(private readonly refiler: Refiler) {}

  @Post(':number/renewal')
  @HttpCode(200)
  @Allow('applicant')
  @Mandated('licences')
  async renew(@Param('number') number: string, @CurrentActor() actor: PersonActor): Promise<RefiledDraft> {
    return { caseId: await this.refiler.renew(actor, number) };
  }

  @Post(':number/change')
  @HttpCode(200)
  @Allow('applicant')
  @Mandated('licences')
  async change(@Param('number') number: string, @CurrentActor() actor: PersonActor): Promise<RefiledDraft> {
    return { caseId: await this.refiler.change(actor, number) };
  }
}
