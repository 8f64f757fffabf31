import { Controller, Headers, HttpCode, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
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

const confirmationSchema = {
  type: 'object',
  required: ['transactionId', 'billPaymentRef1', 'amount'],
  properties: { transactionId: { type: 'string' }, billPaymentRef1: { type: 'string' }, billPaymentRef2: { type: 'string' }, amount: { type: 'string', description: 'Baht, with at most two decimals.' } },
};

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
  @ApiHeader({ name: 'x-bank-signature', required: true, description: 't=<unix seconds>,v1=<HMAC-SHA256 of the time, a full stop and the body>' })
  @ApiBody({ schema: confirmationSchema })
  async callback(@Req() request: RawBodyRequest<FastifyRequest>, @Headers('x-bank-signature') signature: string | undefined): Promise<BankAnswer> {
    const body = request.rawBody;
    if (!body || !isSignedMessage(this.configuration.BANK_CALLBACK_SECRET, signature, body, new Date())) throw new Refusal('not-allowed');
    const confirmation = readBankConfirmation(request.body);
    const outcome = await this.cashier.receive(confirmation);
    return { resCode: '00', resDesc: outcome, transactionId: confirmation.transactionId };
  }
}
