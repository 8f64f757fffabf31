import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Refusal, type BillView, type PersonActor } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { readBills } from '@anuyat/fees';
import { Allow, CurrentActor } from '@anuyat/http';
import { DefinitionLibrary } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { sandboxBank } from './sandbox-bank';

/** An applicant's own bills. */
@Controller('api/bills')
@Allow('applicant')
export class BillsController {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly configuration: Configuration,
  ) {}

  @Get(':id')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<BillView> {
    const [owned]: { id: string }[] = await this.source.query(
      `SELECT b.id FROM bill b JOIN application a ON a.id = b.application_id WHERE b.id = $1 AND a.account_id = $2`,
      [id, actor.accountId],
    );
    const [bill] = owned ? await readBills(this.source, this.library, { billId: id }, sandboxBank(this.configuration)) : [];
    if (!bill) throw new Refusal('not-found');
    return bill;
  }
}
