import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { OfferView, PersonActor } from '@anuyat/contract';
import { Allow, CurrentActor, Mandated, ReadsBeyond } from '@anuyat/http';
import { TransferClerk } from '@anuyat/licences';

/** The code of an offer, told once. */
interface MadeOffer {
  code: string;
}

/** Licences on their way to another holder. */
@Controller('api/licences')
@Allow('applicant')
export class OffersController {
  constructor(private readonly clerk: TransferClerk) {}

  @Post(':number/offer')
  @Mandated('licences')
  async offer(@Param('number') number: string, @CurrentActor() actor: PersonActor): Promise<MadeOffer> {
    return { code: await this.clerk.offer(actor, number) };
  }

  @Get('offers/:code')
  @ReadsBeyond('whoever has the code of an offer sees what is offered, whose it still is')
  read(@Param('code') code: string): Promise<OfferView> {
    return this.clerk.read(code);
  }

  @Post('offers/:code/acceptance')
  @HttpCode(204)
  @Mandated('licences')
  accept(@Param('code') code: string, @CurrentActor() actor: PersonActor): Promise<void> {
    return this.clerk.accept(actor, code);
  }
}
