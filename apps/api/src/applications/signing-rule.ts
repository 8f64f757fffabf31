import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isInvolved, type LaneOffice, type Reading } from '@anuyat/registrar';
import { StepUp } from '@anuyat/http';
import { reading } from '../platform/tokens';

/** What only those do who decide or consent: approving, refusing, suspending, revoking, agreeing to a second demand. */
const SIGNING = new Set(['approve', 'supervise']);

/** Whether an officer's event is a signature, which needs somebody who proved a short while ago who it is. */
@Injectable()
export class SigningRule {
  constructor(
    private readonly stepUp: StepUp,
    @Inject(reading) private readonly reading: Reading,
  ) {}

  /** Asks the database only when the proof is old. Who has no part in the application learns nothing here. @throws Refusal `step-up-needed`. */
  async assertFresh(request: FastifyRequest, applicationId: string, type: string): Promise<void> {
    if (await this.stepUp.isFreshFor(request, 'sign')) return;
    const [row]: { code: string; version: number; account_id: string; offices: Record<string, LaneOffice> }[] = await this.reading.source.query(
      `SELECT code, version, account_id, offices FROM application WHERE id = $1`,
      [applicationId],
    );
    if (!row || !request.actor || !isInvolved(request.actor, { accountId: row.account_id, offices: row.offices })) return;
    const rule = this.reading.library.getLicence(row.code, row.version).events[type];
    if (rule?.by === 'officer' && SIGNING.has(rule.permission ?? '')) await this.stepUp.assertFresh(request, 'sign');
  }
}
