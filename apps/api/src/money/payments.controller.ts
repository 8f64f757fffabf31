import { Controller, Headers, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { Refusal } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { Cashier, readBankConfirmation } from '@anuyat/fees';
import { isSignedMessage, Public } from '@anuyat/http';
import type { FastifyRequest } from 'fastify';

interface BankAnswer {
  resCode: '00' | '99';
  resDesc: string;
  transactionId: string;
}

/** Where the bank tells of payments. Whoever calls must have signed the very bytes that arrive. */
@Controller('api/payments')
export class PaymentsController {
  constructor(
    private readonly cashier: Cashier,
    private readonly configuration: Configuration,
  ) {}

  @Post('callback')
  @HttpCode(200)
  @Public()
  async callback(@Req() request: RawBodyRequest<FastifyRequest>, @Headers('x-bank-signature') signature: string | undefined): Promise<BankAnswer> {
    const body = request.rawBody;
    if (!body || !isSignedMessage(this.configuration.BANK_CALLBACK_SECRET, signature, body, new Date())) throw new Refusal('not-allowed');
    const confirmation = readBankConfirmation(request.body as Record<string, unknown>);
    const outcome = await this.cashier.receive(confirmation);
    return { resCode: '00', resDesc: outcome, transactionId: confirmation.transactionId };
  }
}
