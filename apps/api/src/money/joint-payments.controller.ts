import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Refusal, type JointPaymentView, type PersonActor } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { findJointPayment, openJointPayment } from '@anuyat/fees';
import { Allow, CurrentActor } from '@anuyat/http';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { sandboxBank } from './sandbox-bank';

/** Everything that is due of an applicant's own case, in one payment. */
@Controller('api')
@Allow('applicant')
export class JointPaymentsController {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly configuration: Configuration,
  ) {}

  /** Asking again gives the same payment while the same bills are due. */
  @Post('cases/:id/payments')
  @HttpCode(200)
  async open(@Param('id', ParseUUIDPipe) caseId: string, @CurrentActor() actor: PersonActor): Promise<JointPaymentView> {
    const [own]: { id: string }[] = await this.source.query(`SELECT id FROM case_file WHERE id = $1 AND account_id = $2`, [caseId, actor.accountId]);
    if (!own) throw new Refusal('not-found');
    return this.get(await openJointPayment(this.source, caseId), actor);
  }

  @Get('payments/together/:id')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() { accountId }: PersonActor): Promise<JointPaymentView> {
    const found = await findJointPayment(this.source, this.library, { id, accountId }, sandboxBank(this.configuration));
    if (!found) throw new Refusal('not-found');
    return found;
  }
}
