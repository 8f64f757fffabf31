import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { AnswerKeeper, CaseClerk, CaseFiler, CaseReader } from '@anuyat/cases';
import { Refusal, type AnswersSaved, type CaseCheck, type CasePage, type CaseView, type ComposedForm, type PersonActor } from '@anuyat/contract';
import { Contents } from '@anuyat/documents';
import { Allow, CurrentActor, Fresh, Limited, Mandated } from '@anuyat/http';
import { AnswersPatchDto, OpenCaseDto, SubmitCaseDto } from './bodies.dto';
import { CaseQueryDto } from './case-query.dto';
import { WholeCase } from './whole-case';

const LONGEST_KEY = 100;

/** An applicant's own cases, from the first answer to the submission. */
@Controller('api/cases')
@Allow('applicant')
export class CasesController {
  constructor(
    private readonly clerk: CaseClerk,
    private readonly keeper: AnswerKeeper,
    private readonly filer: CaseFiler,
    private readonly reader: CaseReader,
    private readonly whole: WholeCase,
    private readonly contents: Contents,
  ) {}

  @Get()
  list(@Query() query: CaseQueryDto, @CurrentActor() actor: PersonActor): Promise<CasePage> {
    return this.reader.list(actor, query);
  }

  @Post()
  @Limited('costly')
  async open(@Body() body: OpenCaseDto, @Headers('idempotency-key') key: string | undefined, @CurrentActor() actor: PersonActor): Promise<CaseView> {
    return this.whole.view(actor, await this.clerk.open(actor, body, key?.slice(0, LONGEST_KEY)));
  }

  @Get(':id')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<CaseView> {
    return this.whole.view(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  async discard(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<void> {
    await this.contents.dropUnused(await this.clerk.discard(actor, id));
  }

  @Get(':id/form')
  form(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<ComposedForm> {
    return this.reader.form(actor, id);
  }

  @Patch(':id/answers')
  save(@Param('id', ParseUUIDPipe) id: string, @Body() body: AnswersPatchDto, @CurrentActor() actor: PersonActor): Promise<AnswersSaved> {
    return this.keeper.save(actor, id, body);
  }

  @Get(':id/check')
  check(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<CaseCheck> {
    return this.reader.check(actor, id);
  }

  /** The applicant has read what changed in the licences of a draft. */
  @Post(':id/versions-seen')
  @HttpCode(200)
  async seeVersions(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<CaseView> {
    await this.clerk.seeVersions(actor, id);
    return this.whole.view(actor, id);
  }

  /** Without a key nothing is taken: a reply that was lost could not be asked for again. */
  @Post(':id/submit')
  @HttpCode(200)
  @Limited('costly')
  @Fresh('file')
  @Mandated('file')
  async submit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SubmitCaseDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<CaseView> {
    if (!key || key.length > LONGEST_KEY) throw new Refusal('key-missing');
    const { caseId } = await this.filer.submit(actor, id, body, key);
    return this.whole.view(actor, caseId);
  }
}
