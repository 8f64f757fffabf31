import { canonicalJson, readvance, reopen, type LicenceDefinition, type Rulings, type StoredState } from '@anuyat/licence-kit';
import type { DataSource } from 'typeorm';
import type { HistoryEntry } from './application-row';
import { CHAIN_START, chainHash } from './history-chain';

interface HistoryRow {
  revision: number;
  type: string;
  data: Record<string, unknown>;
  actor: Record<string, unknown>;
  at: Date;
  rulings: Rulings;
  state: StoredState;
  effects: unknown[];
  previous_hash: Buffer;
  hash: Buffer;
}

/** What is wrong with a history; the first line at which it shows. */
export interface HistoryFault {
  applicationId: string;
  revision: number;
  fault: 'missing-line' | 'broken-chain' | 'changed-line' | 'cut-tail' | 'other-state' | 'other-effects';
}

/** Checks the chain of one application and replays its events under the definition that it was filed under. */
export async function verifyHistory(source: DataSource, applicationId: string, definition: LicenceDefinition): Promise<HistoryFault | undefined> {
  const rows: HistoryRow[] = await source.query(
    `SELECT revision, type, data, actor, at, rulings, state, effects, previous_hash, hash FROM history WHERE application_id = $1 ORDER BY revision`,
    [applicationId],
  );
  const [application]: { last_hash: Buffer; state: StoredState; revision: number }[] = await source.query(
    `SELECT last_hash, state, revision FROM application WHERE id = $1`,
    [applicationId],
  );
  let previous: Buffer = CHAIN_START;
  let state: StoredState | undefined;
  for (const [at, row] of rows.entries()) {
    const faultAt = (fault: HistoryFault['fault']): HistoryFault => ({ applicationId, revision: at + 1, fault });
    if (row.revision !== at + 1) return faultAt('missing-line');
    if (!row.previous_hash.equals(previous)) return faultAt('broken-chain');
    if (!row.hash.equals(chainHash(previous, entryOf(applicationId, row)))) return faultAt('changed-line');
    const again = state ? readvance(definition, state, row.type, row.rulings) : reopen(definition, row.rulings);
    if (canonicalJson(again.state) !== canonicalJson(row.state)) return faultAt('other-state');
    if (canonicalJson(again.effects) !== canonicalJson(row.effects)) return faultAt('other-effects');
    previous = row.hash;
    state = again.state;
  }
  const isWhole = application && application.revision === rows.length && application.last_hash.equals(previous) && canonicalJson(application.state) === canonicalJson(state);
  return isWhole ? undefined : { applicationId, revision: rows.length, fault: 'cut-tail' };
}

function entryOf(applicationId: string, row: HistoryRow): HistoryEntry {
  const { revision, type, data, actor, at, rulings, state, effects } = row;
  return { applicationId, revision, type, data, actor, at, rulings, state, effects };
}
