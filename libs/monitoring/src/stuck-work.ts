import { Refusal, type StuckWorkView } from '@anuyat/contract';
import { findText, textOf, type LicenceDefinition, type Text } from '@anuyat/licence-kit';
import { referenceOf } from '@anuyat/outbox';
import { portalWork, type DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { faultWords, type Fault } from './fault-words';

interface StuckRow {
  id: string;
  effect: string;
  code: string;
  fault: Fault | null;
  times: number;
  first_at: Date;
  last_at: Date;
  next_at: Date;
  type: string;
  version: number;
  number: string | null;
  case_number: string;
}

const STUCK = `
  SELECT s.outbox_id AS id, s.effect, s.code, s.fault, s.times, s.first_at, s.last_at, o.hand_after AS next_at, a.code AS type, a.version, a.number, c.number AS case_number
    FROM stuck_work s JOIN outbox o ON o.id = s.outbox_id JOIN application a ON a.id = s.application_id JOIN case_file c ON c.id = a.case_id
   WHERE s.is_stuck ORDER BY s.first_at, s.outbox_id LIMIT 500`;

const HAND_NOW = `UPDATE outbox SET hand_after = clock_timestamp() WHERE id = (SELECT outbox_id FROM stuck_work WHERE outbox_id = $1 AND is_stuck) RETURNING id`;

/** What the portal has to do and cannot: shown to those who look after it, and tried again when they ask. */
export class StuckWork {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly courier: { wake(): void },
  ) {}

  /** Oldest first. */
  async list(): Promise<StuckWorkView[]> {
    const rows: StuckRow[] = await this.source.query(STUCK);
    return rows.map((row) => this.viewOf(row));
  }

  /** Hands it over at once; whether it is done then, the list tells. @throws Refusal `not-found` when it is not stuck (any more). */
  async tryNow(id: string): Promise<void> {
    const [rows]: [unknown[]] = await this.source.query(HAND_NOW, [id]);
    if (rows.length === 0) throw new Refusal('not-found');
    this.courier.wake();
  }

  private viewOf(row: StuckRow): StuckWorkView {
    const definition = this.library.getLicence(row.type, row.version);
    return {
      id: row.id,
      reference: referenceOf(row.id),
      licence: { code: row.type, title: textOf(definition.texts, 'title') },
      caseNumber: row.case_number,
      number: row.number,
      what: portalWork(row.effect),
      problem: faultWords(row.code, row.fault, titleOfItem(row.fault, definition)),
      rule: row.fault?.rule ?? null,
      since: row.first_at.toISOString(),
      lastAt: row.last_at.toISOString(),
      times: row.times,
      nextAt: row.next_at.toISOString(),
    };
  }
}

/** A fee and its licence by the titles that people know. */
function titleOfItem(fault: Fault | null, { texts }: LicenceDefinition): { item: Text; licence: Text } | undefined {
  const item = fault?.item === undefined ? undefined : findText(texts, `fees.${fault.item}`);
  return item && { item, licence: textOf(texts, 'title') };
}
