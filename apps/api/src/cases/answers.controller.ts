import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CaseCopier } from '@anuyat/cases';
import { Refusal, type CaseView, type PersonActor } from '@anuyat/contract';
import { LateDesk } from '@anuyat/decisions';
import { AnswerDesk } from '@anuyat/defects';
import { Allow, CurrentActor, Limited, Mandated } from '@anuyat/http';
import { storableTree } from '@anuyat/registrar';
import { AnswerNoticesDto } from './bodies.dto';
import { WholeCase } from './whole-case';

const LONGEST_KEY = 60;

/** What an applicant does with a case that offices have sent back something of: answers all of them at once, or files it again. */
@Controller('api/cases')
@Allow('applicant')
export class AnswersController {
  constructor(
    private readonly desk: AnswerDesk,
    private readonly lateDesk: LateDesk,
    private readonly copier: CaseCopier,
    private readonly whole: WholeCase,
  ) {}

  /** Without a key nothing is taken: a reply that was lost could not be asked for again. */
  @Post(':id/answers-to-notices')
  @HttpCode(200)
  @Mandated('file')
  @Limited('costly')
  async answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AnswerNoticesDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<CaseView> {
    if (!key || key.length > LONGEST_KEY) throw new Refusal('key-missing');
    const inTime = await this.lateDesk.setAside(actor, id, storableTree({ ...body }));
    await this.desk.answer(actor, id, inTime, key).catch(async (error: unknown) => {
      throw error instanceof Refusal ? await this.lateDesk.explainAnswers(actor, id, storableTree({ ...body }), error) : error;
    });
    return this.whole.view(actor, id);
  }

  @Post(':id/file-again')
  @Limited('costly')
  async fileAgain(@Param('id', ParseUUIDPipe) id: string, @Headers('idempotency-key') key: string | undefined, @CurrentActor() actor: PersonActor): Promise<CaseView> {
    return this.whole.view(actor, await this.copier.fileAgain(actor, id, key?.slice(0, LONGEST_KEY)));
  }
}
