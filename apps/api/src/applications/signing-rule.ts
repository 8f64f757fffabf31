import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isInvolved, type LaneOffice, type Reading } from '@anuyat/registrar';
import { StepUp } from '@anuyat/http';
import { Signatures } from '@anuyat/identity';
import { canonicalJson } from '@anuyat/licence-kit';
import { reading } from '../platform/tokens';
import type { EventRequestDto } from './event-request.dto';

/** What only those do who decide or consent: approving, refusing, suspending, revoking, agreeing to a second demand. */
const SIGNING = new Set(['approve', 'supervise']);

/** What is decided: of which application, and what, with every word and condition. */
export function digestOf(applicationId: string, { type, data = {} }: Pick<EventRequestDto, 'type' | 'data'>): Buffer {
  return createHash('sha256').update(canonicalJson({ applicationId, type, data })).digest();
}

/** Whether an officer's event is a signature, which needs somebody who proved a short while ago who it is, or a passkey's signature of that very decision. */
@Injectable()
export class SigningRule {
  constructor(
    private readonly stepUp: StepUp,
    private readonly signatures: Signatures,
    @Inject(reading) private readonly reading: Reading,
  ) {}

  /**
   * Asks the database only when the proof is old or a passkey signs. Who has no part in the application learns nothing here.
   * @returns what to do when the event is refused after all. @throws Refusal `step-up-needed`.
   */
  async assertSigned(request: FastifyRequest, applicationId: string, body: EventRequestDto, key: string): Promise<() => Promise<void>> {
    const isBound = await this.signatures.areAsked(request);
    if (!isBound && (await this.stepUp.isFreshFor(request, 'sign'))) return nothing;
    const [row]: { code: string; version: number; account_id: string; offices: Record<string, LaneOffice> }[] = await this.reading.source.query(
      `SELECT code, version, account_id, offices FROM application WHERE id = $1`,
      [applicationId],
    );
    if (!row || !request.actor || !isInvolved(request.actor, { accountId: row.account_id, offices: row.offices })) return nothing;
    const rule = this.reading.library.getLicence(row.code, row.version).events[body.type];
    if (rule?.by !== 'officer' || !SIGNING.has(rule.permission ?? '')) return nothing;
    if (isBound) return this.signatures.use(request, digestOf(applicationId, body), key);
    await this.stepUp.assertFresh(request, 'sign');
    return nothing;
  }
}

const nothing = (): Promise<void> => Promise.resolve();
