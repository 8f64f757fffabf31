import { canonicalJson, type LicenceDefinition, type StoredState } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { LedgerLine } from './stretches';
import { ledgerOf, type Step } from './told-ledger';

const LINES = `
  SELECT application_id AS "applicationId", track, party, ground, by_revision AS "byRevision", from_at AS "from"
    FROM clock_ledger WHERE application_id = ANY($1) ORDER BY application_id, by_revision, track`;

/** The ledger lines of some applications, by application, in their order. */
export async function readLedgers(source: Pick<DataSource, 'query'>, ids: readonly string[]): Promise<Map<string, LedgerLine[]>> {
  const rows: (LedgerLine & { applicationId: string })[] = await source.query(LINES, [ids]);
  const byId = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return new Map([...byId].map(([id, lines]) => [id, lines.map(({ applicationId: _, ...line }) => line)]));
}

/** Whether the ledger says what the history does. @returns the first line that differs, as it should be; undefined when all is well. */
export async function verifyLedger(source: DataSource, applicationId: string, definition: LicenceDefinition): Promise<LedgerLine | undefined> {
  const kept = (await readLedgers(source, [applicationId])).get(applicationId) ?? [];
  const told = await ledgerFromHistory(source, applicationId, definition);
  const nameOf = (line: LedgerLine): string => canonicalJson({ ...line, from: line.from.toISOString() });
  const found = new Set(kept.map(nameOf));
  return told.find((line) => !found.has(nameOf(line))) ?? (kept.length > told.length ? kept.at(-1) : undefined);
}

async function ledgerFromHistory(reader: Pick<DataSource, 'query'>, applicationId: string, definition: LicenceDefinition): Promise<LedgerLine[]> {
  const rows: (Step & { received: Date; state: StoredState })[] = await reader.query(
    `SELECT h.revision, h.type, h.at, h.state, a.received_at_legal AS received FROM history h JOIN application a ON a.id = h.application_id WHERE a.id = $1 ORDER BY h.revision`,
    [applicationId],
  );
  return rows[0] ? ledgerOf(definition, rows[0].received, rows) : [];
}
