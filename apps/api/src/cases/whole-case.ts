import type { CaseReader } from '@anuyat/cases';
import type { CaseView, PersonActor } from '@anuyat/contract';
import type { Configuration } from '@anuyat/database';
import { hearingsOf, OrderReader, readLateAnswers } from '@anuyat/decisions';
import { readDefectNotices } from '@anuyat/defects';
import { readBills } from '@anuyat/fees';
import type { LicenceRegister } from '@anuyat/licences';
import { PromiseReader } from '@anuyat/promises';
import { readDossiers, type Reading } from '@anuyat/registrar';
import { sandboxBank } from '../money/sandbox-bank';

/** A case with what every duty keeps of it, on one page. */
export class WholeCase {
  constructor(
    private readonly reader: CaseReader,
    private readonly register: LicenceRegister,
    private readonly reading: Reading,
    private readonly configuration: Pick<Configuration, 'SANDBOX_URL' | 'PUBLIC_URL'>,
  ) {}

  /** @throws Refusal `not-found`, also for another's case. */
  async view(actor: PersonActor, caseId: string): Promise<CaseView> {
    const own = await this.reader.read(actor, caseId);
    const bills = await readBills(this.reading.source, this.reading.library, { caseId }, sandboxBank(this.configuration));
    const hearings = hearingsOf(await readDossiers(this.reading.source, { caseId }), this.reading.library);
    const [licences, notices, promises] = await Promise.all([this.register.ofCase(caseId), readDefectNotices(this.reading.source, caseId), new PromiseReader(this.reading).ofCase(caseId, own.details)]);
    const lateAnswers = await readLateAnswers(this.reading, { caseId });
    return { ...own, lateAnswers, bills, licences, notices, orders: await new OrderReader(this.reading).ofCase(caseId), hearings, promises };
  }
}
