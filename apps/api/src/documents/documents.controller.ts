import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { DocumentView, PersonActor } from '@anuyat/contract';
import { Archivist } from '@anuyat/documents';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drain, readUpload } from './read-upload';

const uploadSchema = { type: 'object', required: ['code', 'file'], properties: { code: { type: 'string' }, file: { type: 'string', format: 'binary' } } };

/** Papers of cases: in as a stream, out as an attachment that no browser runs. */
@Controller('api')
export class DocumentsController {
  constructor(private readonly archivist: Archivist) {}

  /** `multipart/form-data`: the field `code` first, then one file. */
  @Post('cases/:id/documents')
  @Allow('applicant')
  @Limited('costly')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  async add(@Param('id', ParseUUIDPipe) caseId: string, @Req() request: FastifyRequest, @CurrentActor() actor: PersonActor): Promise<DocumentView> {
    try {
      return await this.archivist.add(actor, { caseId, ...(await readUpload(request)) });
    } catch (error) {
      drain(request);
      throw error;
    }
  }

  @Delete('cases/:id/documents/:documentId')
  @HttpCode(204)
  @Allow('applicant')
  async remove(
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @CurrentActor() actor: PersonActor,
  ): Promise<void> {
    await this.archivist.remove(actor, caseId, documentId);
  }

  @Get('documents/:id/content')
  @Allow('applicant', 'officer')
  @Limited('costly')
  async content(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const { content, kind, bytes, fileName } = await this.archivist.open(actor, id);
    void reply.header('content-security-policy', "sandbox; default-src 'none'");
    return new StreamableFile(content, { type: kind, length: bytes, disposition: attachment(fileName) });
  }
}

/** The name in both spellings of RFC 6266: plain letters for old clients, and as it is. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
