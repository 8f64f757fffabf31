import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { Refusal, type SealKeys } from '@anuyat/contract';
import { Public } from '@anuyat/http';
import type { Reading } from '@anuyat/registrar';
import { readPublishedKeys } from '@anuyat/seals';
import type { FastifyReply } from 'fastify';
import { reading } from '../platform/tokens';

/** The public keys of the agencies' seals, of today and of before: whoever holds a paper needs the key that it was sealed with. */
@Controller('api/seals')
export class SealsController {
  constructor(@Inject(reading) private readonly reading: Reading) {}

  /** A JSON Web Key Set (RFC 7517); `agency` and `attestation` beside the standard's members. */
  @Get('keys')
  @Public()
  async keys(): Promise<SealKeys> {
    const keys = await readPublishedKeys(this.reading.source);
    return { keys: keys.map(({ jwk, agency, attestation }) => ({ ...(jwk as Record<string, unknown>), agency, ...(attestation ? { attestation } : {}) })) };
  }

  /** The certificates of a key as PEM, its own first; the root is its authority's to publish. */
  @Get('keys/:kid/certificates')
  @Public()
  async certificates(@Param('kid') kid: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const key = (await readPublishedKeys(this.reading.source)).find((known) => known.kid === kid);
    if (!key?.chain) throw new Refusal('not-found');
    void reply.type('application/pem-certificate-chain');
    return key.chain;
  }
}
