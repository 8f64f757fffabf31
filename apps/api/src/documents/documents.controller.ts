import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { DocumentView, PersonActor } from '@anuyat/contract';
import { Archivist, VaultKeeper } from '@anuyat/documents';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachFromVaultDto, datesIn, PreviewQueryDto, TellDatesDto } from './documents.dto';
import { handOut, sealOff } from './hand-out';
import { drain, readUpload } from './read-upload';

const uploadSchema = { type: 'object', required: ['code', 'file'], properties: { code: { type: 'string' }, file: { type: 'string', format: 'binary' } } };

/** Papers of cases: in as a stream, out as an attachment that no browser runs. */
@Controller('api')
export class DocumentsController {
  constructor(
    private readonly archivist: Archivist,
    private readonly vault: VaultKeeper,
    private readonly log: AccessLog,
  ) {}

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

  /** Takes a paper out of one's vault into the case. */
  @Post('cases/:id/documents/from-vault')
  @Allow('applicant')
  attach(@Param('id', ParseUUIDPipe) caseId: string, @Body() body: AttachFromVaultDto, @CurrentActor() actor: PersonActor): Promise<DocumentView> {
    return this.vault.attach(actor, caseId, body);
  }

  @Put('cases/:id/documents/:documentId/dates')
  @Allow('applicant')
  tellDates(
    @Param('id', ParseUUIDPipe) caseId: string,
    @Param('documentId', ParseUUIDPipe) documentId: string,
    @Body() body: TellDatesDto,
    @CurrentActor() actor: PersonActor,
  ): Promise<DocumentView> {
    return this.archivist.tellDates(actor, caseId, documentId, datesIn(body));
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

  /** A page as a picture, beside the answers: `x-pages` says how many there are. */
  @Get('documents/:id/preview')
  @Allow('applicant', 'officer', 'agency-system')
  @Limited('costly')
  async preview(@Param('id', ParseUUIDPipe) id: string, @Query() { page = 1 }: PreviewQueryDto, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { picture, pages } = await this.archivist.preview(actor, id, page);
    await this.log.note(actor, { what: 'paper', id });
    sealOff(reply);
    void reply.type('image/webp').header('x-pages', String(pages));
    return picture;
  }

  @Get('documents/:id/content')
  @Allow('applicant', 'officer', 'agency-system')
  @Limited('costly')
  async content(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    const paper = await this.archivist.open(actor, id);
    await this.log.note(actor, { what: 'paper', id }).catch((error: unknown) => {
      paper.content.destroy();
      throw error;
    });
    return handOut(reply, paper);
  }
}
