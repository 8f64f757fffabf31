import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Refusal, type PersonActor, type TellDates, type VaultPaper, type VaultView } from '@anuyat/contract';
import { VaultKeeper } from '@anuyat/documents';
import { Allow, CurrentActor, Limited } from '@anuyat/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { datesIn, TellDatesDto } from './documents.dto';
import { handOut } from './hand-out';
import { isDay } from './is-day';
import { drain, readUpload, type IncomingFile } from './read-upload';

const uploadSchema = {
  type: 'object', required: ['code', 'file'],
  properties: { code: { type: 'string' }, business: { type: 'string' }, issuedOn: { type: 'string', format: 'date' }, expiresOn: { type: 'string', format: 'date' }, file: { type: 'string', format: 'binary' } },
};

/** Papers that people and businesses keep for later cases. */
@Controller('api/vault')
@Allow('applicant')
export class VaultController {
  constructor(private readonly vault: VaultKeeper) {}

  @Get()
  view(@CurrentActor() actor: PersonActor): Promise<VaultView> {
    return this.vault.view(actor);
  }

  /** `multipart/form-data`: `code` first, then `business`, `issuedOn` and `expiresOn` where there are any, then one file. */
  @Post('papers')
  @Limited('costly')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: uploadSchema })
  async put(@Req() request: FastifyRequest, @CurrentActor() actor: PersonActor): Promise<VaultPaper> {
    try {
      const { code, said, fileName, content } = await readUpload(request);
      return await this.vault.put(actor, { code, business: said.business || null, fileName, content, dates: datesOf(said) });
    } catch (error) {
      drain(request);
      throw error;
    }
  }

  @Put('papers/:id/dates')
  tellDates(@Param('id', ParseUUIDPipe) id: string, @Body() body: TellDatesDto, @CurrentActor() actor: PersonActor): Promise<VaultPaper> {
    return this.vault.tellDates(actor, id, datesIn(body));
  }

  @Delete('papers/:id')
  @HttpCode(204)
  async remove(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.vault.remove(actor, id);
  }

  @Get('papers/:id/content')
  @Limited('costly')
  async content(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return handOut(reply, await this.vault.open(actor, id));
  }
}

/** @throws Refusal `bad-request` for what is no day. */
function datesOf({ issuedOn, expiresOn }: IncomingFile['said']): TellDates {
  for (const [path, day] of Object.entries({ issuedOn, expiresOn })) {
    if (day !== '' && !isDay(day)) throw new Refusal('bad-request', { fields: [{ path, code: 'date', message: { th: 'ใช้วันที่แบบ 2026-11-22', en: 'Write the day as 2026-11-22.' } }] });
  }
  return { issuedOn: issuedOn || null, expiresOn: expiresOn || null };
}
