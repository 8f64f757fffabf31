import { buddhistYearOf, bangkokDate } from '@anuyat/dictionary';
import type { LicenceDefinition, OrderKind, Text } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import type { DefinitionLibrary, LaneOffice } from '@anuyat/registrar';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { closingReasons, type Finality } from './closing-reasons';
import { restFilings } from './resting-filings';
import { afterAppeal, appealAgainst, inWriting, type Remedy } from './remedy';

interface Decided {
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
  status: string;
  life_of: string | null;
  type: string;
  data: Record<string, unknown>;
  actor: { kind: string; name?: Text };
  at: Date;
}

interface Reasons {
  facts: string;
  law: string;
  considerations: string;
}

const READ = `
  SELECT a.code, a.version, a.offices, a.status, a.life_of, h.type, h.data, h.actor, h.at
    FROM application a JOIN history h ON h.application_id = a.id AND h.revision = $2 WHERE a.id = $1`;

/**
 * Writes what goes against an applicant as an order: number, date, who made it, the reasons in their three parts, and how to appeal
 * (Administrative Procedure Act B.E. 2539 ss.34-37, 40). It is delivered on the portal in the same moment, from which the time to appeal
 * runs (ss.42, 74). One order for each decision, however often it is asked for.
 */
export class OrderWriter implements EffectProcessor {
  readonly effects = ['writeOrder'] as const;

  constructor(private readonly library: DefinitionLibrary) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const [decided]: Decided[] = await tx.query(READ, [row.applicationId, row.revision]);
    if (!decided) throw new Error(`There is no application ${row.applicationId} at revision ${row.revision}.`);
    const [written]: unknown[] = await tx.query(`SELECT 1 FROM decision_order WHERE application_id = $1 AND revision = $2`, [row.applicationId, row.revision]);
    if (written) return;
    const kind = row.params['kind'] as OrderKind;
    const definition = this.library.getLicence(decided.code, decided.version);
    const lane = laneOf(decided, definition);
    const office = decided.offices[lane];
    if (!office) throw new Error(`No office was settled for lane "${lane}".`);
    const { facts, law, considerations } = reasonsOf(decided, kind);
    const id = uuidv7();
    await tx.query(
      `INSERT INTO decision_order (id, application_id, case_id, revision, lane, kind, outcome, number, office, officer, facts, law, considerations, remedy, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        id, row.applicationId, row.caseId, row.revision, lane, kind, outcomeOf(kind, decided), await nextNumber(tx, office.office, decided.at), office.office,
        decided.actor.name ? JSON.stringify({ name: decided.actor.name }) : null, facts, law, considerations, JSON.stringify(remedyOf(kind, definition, lane)), decided.at,
      ],
    );
    await tx.query(
      `INSERT INTO delivery (id, order_id, kind, sent_at, notified_at, recorded_by) SELECT $1, $2, 'electronic', t.now, t.now, $3 FROM (SELECT clock_timestamp() AS now) t`,
      [uuidv7(), id, JSON.stringify({ kind: 'portal', job: 'order-writer' })],
    );
    if (kind === 'revocation' && decided.life_of !== null) await restFilings(tx, decided.life_of);
  }
}

/** The lane whose word it was; the whole application's first where it was nobody's alone. */
function laneOf({ type }: Decided, { lanes }: LicenceDefinition): string {
  const lane = lanes.find(({ id }) => type.startsWith(`${id}.`)) ?? lanes[0];
  if (!lane) throw new Error('A definition without lanes.');
  return lane.id;
}

/** Orders about a licence that was issued: it lives on, or ends, by what the order says. */
function isAboutLicence(kind: OrderKind): kind is keyof typeof LICENCE_OUTCOMES {
  return Object.hasOwn(LICENCE_OUTCOMES, kind);
}

const LICENCE_OUTCOMES = { suspension: 'suspended', revocation: 'revoked', transfer: 'kept' } as const;

/** What came of it; a licence may stand otherwise again by the time its order is written. */
function outcomeOf(kind: OrderKind, { status }: Decided): string {
  return isAboutLicence(kind) ? LICENCE_OUTCOMES[kind] : status;
}

/** Lives of the first versions take no decision on an appeal, and neither does a transfer: there the office is written to. */
function remedyOf(kind: OrderKind, { lanes, events }: LicenceDefinition, laneId: string): Remedy {
  const lane = lanes.find(({ id }) => id === laneId);
  if (kind === 'appeal' || !lane) return afterAppeal();
  return isAboutLicence(kind) && !events[`${laneId}.annulled`] ? inWriting(appealAgainst(lane.law)) : appealAgainst(lane.law);
}

function reasonsOf({ data }: Decided, kind: OrderKind): Reasons {
  const said = (key: string): string => (typeof data[key] === 'string' ? String(data[key]).trim() : '');
  if (kind === 'closing') return closingReasons(data as unknown as Finality);
  if (kind !== 'return') return { facts: said('facts'), law: said('law'), considerations: said('considerations') };
  return {
    facts: said('note') || 'ไม่ได้รับคำตอบหรือเอกสารที่ขอไว้ภายในเวลาที่กำหนด\nWhat was asked for did not come within the time that was set.',
    law: 'พระราชบัญญัติการอำนวยความสะดวกในการพิจารณาอนุญาตของทางราชการ พ.ศ. 2558 มาตรา 9\nLicensing Facilitation Act B.E. 2558 s.9',
    considerations: 'คำขอไม่ครบถ้วนตามคู่มือสำหรับประชาชน จึงพิจารณาต่อไม่ได้ ยื่นใหม่ได้โดยใช้ข้อมูลเดิม หากตอบไม่ทันเพราะเหตุจำเป็นที่ไม่ใช่ความผิดของผู้ยื่นคำขอ ให้แจ้งเหตุในอุทธรณ์ (พ.ร.บ. วิธีปฏิบัติราชการทางปกครอง พ.ศ. 2539 มาตรา 66)\n'
      + 'Without what the public manual asks for, the application cannot be decided. You can file it again with what you entered. If something that was no fault of yours kept you from answering, say so in an appeal (Administrative Procedure Act B.E. 2539 s.66).',
  };
}

/** `BMA1039SANITATION-O-2569-00012`: a series without gaps for each office and year, counted in the writing transaction. */
async function nextNumber(tx: EntityManager, office: string, at: Date): Promise<string> {
  const year = buddhistYearOf(bangkokDate(at));
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [`order:${office}:${year}`],
  );
  if (!row) throw new Error('The number series gave nothing.');
  return `${office.toUpperCase().replace(/[^A-Z0-9]/g, '')}-O-${year}-${String(row.last).padStart(5, '0')}`;
}
