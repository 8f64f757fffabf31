import { Controller, Delete, Get, HttpCode, Options, Param, ParseUUIDPipe, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { Refusal, type PersonActor, type UploadView } from '@anuyat/contract';
import { Porter, viewOfUpload, type UploadResult } from '@anuyat/documents';
import { Allow, CurrentActor, Limited, Public } from '@anuyat/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drain } from '../read-upload';
import { announcedBy, assertTus, CHECKSUM_ALGORITHMS, partIn, tell, TUS_EXTENSIONS, TUS_VERSION } from './tus';

const version = { name: 'Tus-Resumable', required: true, schema: { type: 'string' as const, enum: [TUS_VERSION] } };
const length = { name: 'Upload-Length', required: true, description: 'Bytes of the whole file.', schema: { type: 'integer' as const, minimum: 1 } };
const metadata = {
  name: 'Upload-Metadata', required: true, schema: { type: 'string' as const, maxLength: 4_096 },
  description: 'Pairs of a name and a base64 text: `filename`, `code` (the paper), `caseId` or else for the vault `business`, `issuedOn`, `expiresOn`; `sha256` of the whole file, which then has to hold.',
};
const offset = { name: 'Upload-Offset', required: true, description: 'Bytes that have arrived.', schema: { type: 'integer' as const, minimum: 0 } };
const checksum = { name: 'Upload-Checksum', required: false, description: '`sha1` or `sha256` and the base64 digest of this body, which is kept whole or not at all then.', schema: { type: 'string' as const } };

/** Files that come in parts and go on where they stopped (tus 1.0.0: creation, expiration, checksum, termination). */
@Controller('api/uploads')
export class UploadsController {
  constructor(private readonly porter: Porter) {}

  /** What of the protocol is spoken here. */
  @Options()
  @Public()
  @HttpCode(204)
  tellProtocol(@Res({ passthrough: true }) reply: FastifyReply): void {
    void reply.headers({ 'tus-version': TUS_VERSION, 'tus-extension': TUS_EXTENSIONS, 'tus-checksum-algorithm': CHECKSUM_ALGORITHMS.join(',') });
  }

  /** Unfinished uploads of one’s own. */
  @Get()
  @Allow('applicant')
  list(@CurrentActor() actor: PersonActor): Promise<UploadView[]> {
    return this.porter.list(actor);
  }

  /** Begins an upload; `Location` says where its parts go. */
  @Post()
  @Allow('applicant')
  @Limited('costly')
  @ApiHeader(version)
  @ApiHeader(length)
  @ApiHeader(metadata)
  async begin(@Req() request: FastifyRequest, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    assertVersion(request, reply);
    if (Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined) throw new Refusal('wrong-content-type');
    const row = await this.porter.announce(actor, announcedBy(request));
    void reply.header('location', `/api/uploads/${row.id}`).header('upload-expires', row.expires_at.toUTCString());
  }

  /** How far it has come; `HEAD` says the same in headers alone. */
  @Get(':id')
  @Allow('applicant')
  async look(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<UploadView> {
    if (request.method === 'HEAD') assertVersion(request, reply);
    const row = await this.porter.get(actor, id);
    tell(reply, row);
    return viewOfUpload(row);
  }

  /** The next part, from where the upload stands. What has arrived is kept, also where the connection breaks in the middle. */
  @Patch(':id')
  @HttpCode(204)
  @Allow('applicant')
  @Limited('costly')
  @ApiHeader(version)
  @ApiHeader(offset)
  @ApiHeader(checksum)
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async write(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    try {
      assertVersion(request, reply);
      if (request.headers['content-type'] !== 'application/offset+octet-stream') throw new Refusal('wrong-content-type');
      tell(reply, await this.porter.write(actor, id, { ...partIn(request), content: request.raw }));
    } catch (error) {
      drain(request);
      throw error;
    }
  }

  /** Gives an upload up; nothing of it stays. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('applicant')
  @ApiHeader(version)
  async end(@Param('id', ParseUUIDPipe) id: string, @Req() request: FastifyRequest, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    assertVersion(request, reply);
    await this.porter.end(actor, id);
  }

  /** Makes the paper of an upload that is whole, by the same checks as a file in one piece; asked again, it gives the same. */
  @Put(':id/paper')
  @Allow('applicant')
  @Limited('costly')
  finish(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<UploadResult> {
    return this.porter.finish(actor, id);
  }
}

/** @throws Refusal `upload-version`, with the version that is spoken here. */
function assertVersion(request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('tus-version', TUS_VERSION);
  assertTus(request);
}
