import { clientOf } from '@anuyat/database';
import { bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { openApplications, type DefinitionLibrary, type GovernmentCalendar, type LaneOffice, type Registrar } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { readCaseFile } from './case-file';
import { findResting, resumeFilings, resumePaidRenewal } from './resting-filings';

interface Appealed {
  status: string;
  number: string;
  against: string;
  lane: string;
  against_status: string;
  against_number: string;
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  submission: Record<string, unknown>;
  /** The licence, where the order is about one, and the days of its period. */
  life_of: string | null;
  valid_from: string | null;
  valid_until: string | null;
  order_id: string | null;
  /** Whether no other order about the licence followed. */
  is_newest: boolean;
  is_revoked: boolean;
  approved: string[];
  now: Date;
}

const READ = `
  SELECT a.status, a.number, p.against, p.lane, r.status AS against_status, r.number AS against_number, r.code, r.version, r.offices, s.data AS submission,
         r.life_of, to_char(l.valid_from, 'YYYY-MM-DD') AS valid_from, to_char(l.valid_until, 'YYYY-MM-DD') AS valid_until, p.order_id,
         NOT EXISTS (SELECT FROM decision_order o JOIN decision_order later ON later.application_id = o.application_id AND later.revision > o.revision AND later.kind IN ('suspension', 'revocation') WHERE o.id = p.order_id) AS is_newest,
         r.state ->> 'value' = 'licenceRevoked' AS is_revoked,
         ARRAY(SELECT split_part(h.type, '.', 1) FROM history h WHERE h.application_id = r.id AND h.type ~ '\\.(approved|carried)$') AS approved,
         date_trunc('milliseconds', clock_timestamp()) AS now
    FROM appeal p JOIN application a ON a.id = p.application_id JOIN application r ON r.id = p.against
    JOIN history s ON s.application_id = r.id AND s.revision = 1 LEFT JOIN licence l ON l.number = r.life_of
   WHERE p.application_id = $1 FOR UPDATE OF a`;

/**
 * Carries out what was decided on an appeal: what was refused is opened anew in the same case, under the definition that it was filed
 * under. What other offices approved is carried over; the office whose order was annulled decides anew; what was granted in its place
 * counts as approved. The refused application and its order stay in the history as they are.
 */
export class AppealCarrier implements EffectProcessor {
  readonly effects = ['carryOutAppeal'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly calendar: GovernmentCalendar,
    private readonly registrar: Pick<Registrar, 'receiveWithin'>,
  ) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [appealed]: Appealed[] = await tx.query(READ, [row.applicationId]);
    if (!appealed) throw new Error(`There is no appeal ${row.applicationId}.`);
    const [done]: unknown[] = await tx.query(`SELECT 1 FROM reopening WHERE appeal_id = $1`, [row.applicationId]);
    if (done) return;
    if (appealed.life_of !== null) return this.annul(tx, row.applicationId, appealed);
    const definition = this.definitionOf(appealed);
    const file = await readCaseFile(tx, row.caseId);
    const receivedAtLegal = this.calendar.receivedAtLegal(appealed.now);
    const client = await clientOf(tx);
    const portal = { kind: 'portal', job: 'appeals' } as const;
    const [opened] = await openApplications(
      client, this.library, this.calendar,
      { ...file, filedOn: bangkokDate(receivedAtLegal), submittedAt: appealed.now, receivedAtLegal, actor: portal },
      [{
        code: definition.code, version: definition.version, number: `${appealed.against_number}-R`, offices: stillAsked(appealed.offices),
        data: { ...appealed.submission, reopens: appealed.against, appeal: row.applicationId },
      }],
    );
    if (!opened) throw new Error('Nothing was opened.');
    await tx.query(`INSERT INTO reopening (appeal_id, application_id) VALUES ($1, $2)`, [row.applicationId, opened.applicationId]);
    const data = { application: appealed.against, appeal: row.applicationId, order: appealed.number };
    for (const [lane, act] of carriedLanes(appealed, definition)) {
      await this.registrar.receiveWithin(client, { applicationId: opened.applicationId, type: `${lane}.${act}`, data, actor: portal });
    }
  }

  /**
   * An order about a licence that is annulled is as if it had not been made: the licence holds again, with the rest of its period. Where
   * another order followed, that one stands.
   */
  private async annul(tx: EntityManager, appeal: string, { against, life_of, order_id, valid_from, valid_until, is_newest, is_revoked }: Appealed): Promise<void> {
    if (!is_newest) return;
    const resting = is_revoked && life_of !== null ? await findResting(tx, life_of) : [];
    const data = { appeal, ...(order_id ? { order: order_id } : {}), ...(valid_from ? { validFrom: valid_from } : {}), ...(valid_until ? { validUntil: valid_until } : {}) };
    await this.registrar.receiveWithin(await clientOf(tx), { applicationId: against, type: 'register.annulled', data, actor: { kind: 'portal', job: 'appeals' }, key: `annulled:${appeal}` });
    await resumePaidRenewal(tx, this.registrar, { life: against, appeal });
    await resumeFilings(tx, this.registrar, { life: against, appeal }, resting);
  }

  /** The definition of the application; the newest, where that one was published before appeals were carried out here. */
  private definitionOf({ code, version, lane }: Appealed): LicenceDefinition {
    const own = this.library.getLicence(code, version);
    return own.events[`${lane}.remitted`] ? own : this.library.findNewestLicence(code)?.definition ?? own;
  }
}

/** Whether a conditional lane is left out is worked out anew when the application is opened. */
function stillAsked(offices: Record<string, LaneOffice>): Record<string, LaneOffice> {
  return Object.fromEntries(Object.entries(offices).map(([lane, { isLeftOut: _, ...office }]) => [lane, office]));
}

function carriedLanes({ status, lane, against_status, approved, offices }: Appealed, { lanes }: LicenceDefinition): [lane: string, act: 'carried' | 'remitted'][] {
  return lanes.flatMap(({ id }): [string, 'carried' | 'remitted'][] => {
    if (offices[id]?.isLeftOut) return [];
    if (id !== lane) return approved.includes(id) ? [[id, 'carried']] : [];
    if (status === 'granted') return [[id, 'carried']];
    return against_status === 'refused' ? [[id, 'remitted']] : [];
  });
}
