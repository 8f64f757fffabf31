import { Controller, Get, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { Refusal, type PersonActor } from '@anuyat/contract';
import { ReceiptPress } from '@anuyat/fees';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import type { FastifyReply } from 'fastify';

/** Receipts as paper: the payer's own, and those of the office that took the money. */
@Controller('api/bills')
@Allow('signed-in')
export class ReceiptsController {
  constructor(
    private readonly press: ReceiptPress,
    private readonly log: AccessLog,
  ) {}

  @Get(':id/receipt')
  @Limited('costly')
  async pdf(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const receipt = await this.press.find(id, actor);
    if (!receipt) throw new Refusal('not-found');
    await this.log.note(actor, { what: 'receipt', id, as: receipt.as });
    void reply.type('application/pdf').header('content-disposition', `inline; filename="${receipt.number}.pdf"`);
    return receipt.paper;
  }
}
