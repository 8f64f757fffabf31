import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { Refusal, type SealKeys } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { agencies, findSealer } from '@anuyat/dictionary/reference';
import { Public } from '@anuyat/http';
import { textOf } from '@anuyat/licence-kit';
import { credentialType } from '@anuyat/licences';
import type { Snapshot, SnapshotKey } from '@anuyat/licence-code';
import type { Reading } from '@anuyat/registrar';
import { readPublishedKeys } from '@anuyat/seals';
import type { FastifyReply } from 'fastify';
import { reading } from '../platform/tokens';

/** The public keys of the agencies' seals, of today and of before: whoever holds a paper needs the key that it was sealed with. */
@Controller('api/seals')
export class SealsController {
  constructor(
    @Inject(reading) private readonly reading: Reading,
    private readonly configuration: Configuration,
  ) {}

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

  /** An agency's list of withdrawn papers as it last signed it (Token Status List). */
  @Get('status-lists/:agency')
  @Public()
  async statusList(@Param('agency') agency: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const lists = await this.lists();
    const token = Object.hasOwn(lists, agency) ? lists[agency] : undefined;
    if (token === undefined) throw new Refusal('not-found');
    void reply.type('application/statuslist+jwt');
    return token;
  }

  /** Everything that a check without a network needs: keys, names, and the lists of withdrawn papers. */
  @Get('snapshot')
  @Public()
  async snapshot(): Promise<Snapshot> {
    const [keys, lists] = await Promise.all([readPublishedKeys(this.reading.source), this.lists()]);
    const types = this.reading.library.newestLicences();
    return {
      takenAt: new Date().toISOString(),
      keys: keys.map(({ jwk, agency }) => ({ ...(jwk as unknown as SnapshotKey), agency, x5c: undefined })),
      agencies: Object.fromEntries([...agencies, ...keys.map(({ agency }) => findSealer(agency)).filter((sealer) => sealer !== undefined)].map(({ code, title }) => [code, title])),
      titles: Object.fromEntries(types.map(({ definition }) => [definition.code, textOf(definition.texts, 'output')])),
      lists,
    };
  }

  /** What is in a credential (SD-JWT VC type metadata). */
  @Get('credential-type')
  @Public()
  credentialType(): Record<string, unknown> {
    return {
      vct: credentialType(this.configuration.PUBLIC_URL),
      name: 'Anuyat licence',
      description: 'A licence that a Thai agency granted; holder, business name and place are told by choice.',
      display: [{ lang: 'th', name: 'ใบอนุญาต' }, { lang: 'en', name: 'Licence' }],
    };
  }

  private async lists(): Promise<Record<string, string>> {
    const rows: { agency: string; token: string }[] = await this.reading.source.query(`SELECT agency, token FROM status_list`);
    return Object.fromEntries(rows.map(({ agency, token }) => [agency, token]));
  }
}
