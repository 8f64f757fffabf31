import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { OutboxRow } from '@anuyat/outbox';
import { placeText, type FilingKind, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { grantedConditions } from './granted-conditions';
import { makeEdition, type Edition } from './editions';
import { nextPeriod } from './next-period';

/** A granted application that renews or changes a licence. */
export interface GrantedFiling {
  number: string;
  filing_kind: FilingKind;
  applicant_name: string;
  business_name: string | null;
  place: Record<string, string | null>;
  version: number;
  now: Date;
}

interface Existing {
  valid_until: string | null;
  life_id: string | null;
  is_ended: boolean;
  is_revoked: boolean;
}

const EXISTING = `
  SELECT to_char(l.valid_until, 'YYYY-MM-DD') AS valid_until, a.id AS life_id, jsonb_typeof(a.state -> 'value') = 'string' AS is_ended, a.state ->> 'value' = 'licenceRevoked' AS is_revoked
    FROM licence l LEFT JOIN application a ON a.life_of = l.number WHERE l.number = $1 FOR UPDATE OF l`;

/** What was granted to a licence that exists becomes its next edition: the same number, a new paper. */
export class Reissuer {
  constructor(
    private readonly registrar: Registrar,
  ) {}

  /**
   * @returns the licence's number; undefined when it has ended meanwhile, so that what was granted needs a licence of its own; `rests` while it stands
   * revoked: nothing is issued then, and the annulment of the revocation asks for it again.
   */
  async reissue(tx: EntityManager, row: OutboxRow, filing: GrantedFiling, definition: LicenceDefinition): Promise<{ number: string } | 'rests' | undefined> {
    const { number, filing_kind: kind, now } = filing;
    const [existing]: Existing[] = await tx.query(EXISTING, [number]);
    if (existing?.is_revoked) return 'rests';
    if (!existing?.life_id || existing.is_ended) return undefined;
    const on = bangkokDate(now);
    const isRenewal = kind === 'renewal';
    const edition: Edition = {
      why: isRenewal ? 'renewed' : 'amended',
      byApplication: row.applicationId,
      on,
      holder: filing.applicant_name,
      businessName: filing.business_name,
      place: placeText(filing.place),
      version: filing.version,
      conditions: await grantedConditions(tx, row.applicationId, definition),
      ...(isRenewal ? { period: nextPeriod(definition.validity, existing.valid_until, on) } : {}),
    };
    const made = await makeEdition(tx, number, edition);
    const { period } = edition;
    await this.registrar.receiveWithin(await clientOf(tx), {
      applicationId: existing.life_id,
      type: isRenewal ? 'licence.renewed' : 'licence.amended',
      data: { number, edition: made, ...(period ? { validFrom: period.from, validUntil: period.until } : {}) },
      actor: { kind: 'portal', job: 'issuer' },
      key: `reissue:${row.id}`,
    });
    return { number };
  }
}
