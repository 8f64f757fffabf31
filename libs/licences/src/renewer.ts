import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import type { DefinitionLibrary, Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { makeEdition } from './editions';
import { nextPeriod } from './next-period';

interface LivingLicence {
  number: string;
  code: string;
  version: number;
  valid_until: string | null;
  term: string | null;
  handover: string | null;
  now: Date;
}

const LIVING = `
  SELECT l.number, l.code, l.version, to_char(l.valid_until, 'YYYY-MM-DD') AS valid_until, a.state #>> '{value,living,term}' AS term,
         a.state #>> '{value,living,handover}' AS handover, clock_timestamp() AS now
    FROM application a JOIN licence l ON l.number = a.life_of WHERE a.id = $1 FOR UPDATE OF a, l`;

/** Renews licences whose fee was paid, and hands them over to those who accepted them: a new edition and its event are one transaction. */
export class Renewer implements EffectProcessor {
  readonly effects = ['renewLicence', 'handOverLicence'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
  ) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [licence]: LivingLicence[] = await tx.query(LIVING, [row.applicationId]);
    if (!licence) throw new Error(`Application ${row.applicationId} is no licence's life.`);
    if (row.effect === 'renewLicence') await this.renew(tx, row, licence);
    else await this.handOver(tx, row, licence);
  }

  private async renew(tx: EntityManager, row: OutboxRow, { number, code, version, valid_until, term, now }: LivingLicence): Promise<void> {
    if (term !== 'renewing') return;
    const on = bangkokDate(now);
    const period = nextPeriod(this.library.getLicence(code, version).validity, valid_until, on);
    const edition = await makeEdition(tx, number, { why: 'renewed', byApplication: row.applicationId, on, period });
    await this.tell(tx, row, 'licence.renewed', { number, edition, validFrom: period.from, validUntil: period.until });
  }

  private async handOver(tx: EntityManager, row: OutboxRow, { number, handover, now }: LivingLicence): Promise<void> {
    if (handover !== 'handing') return;
    const [accepted]: { account_id: string; holder: string }[] = await tx.query(
      `SELECT data ->> 'accountId' AS account_id, data ->> 'holder' AS holder FROM history
        WHERE application_id = $1 AND type = 'handover.accepted' ORDER BY revision DESC LIMIT 1`,
      [row.applicationId],
    );
    if (!accepted) throw new Error(`Nobody accepted licence ${number}.`);
    const { account_id: accountId, holder } = accepted;
    const edition = await makeEdition(tx, number, { why: 'handed-over', byApplication: row.applicationId, on: bangkokDate(now), accountId, holder });
    await this.tell(tx, row, 'licence.handedOver', { number, edition, holder });
    await tx.query(`UPDATE application SET account_id = $2 WHERE id = $1`, [row.applicationId, accountId]);
  }

  private async tell(tx: EntityManager, row: OutboxRow, type: string, data: Record<string, unknown>): Promise<void> {
    await this.registrar.receiveWithin(await clientOf(tx), { applicationId: row.applicationId, type, data, actor: { kind: 'portal', job: 'renewer' }, key: `${type}:${row.id}` });
  }
}
