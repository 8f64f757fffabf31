import type { DataSource, EntityManager } from 'typeorm';
import { verifyAgreements } from './agreements';
import { FaultList, type LedgerReport } from './ledger-fault';
import { verifyHistories } from './verify-histories';
import { verifyRecords } from './verify-records';
import { verifyRoots, type Outside } from './verify-roots';

export interface VerifyOptions extends Outside {
  /** How many faults are told in full. */
  mostFaults?: number;
  /** What is looked at; absent: everything. */
  parts?: readonly LedgerPart[];
}

/** A part of the check that can be done by itself. */
export type LedgerPart = 'roots' | 'records' | 'histories' | 'agreements';

const ALL: readonly LedgerPart[] = ['roots', 'records', 'histories', 'agreements'];

/** Checks a whole database in one snapshot, beside a running portal: every chain, every record, every root. Writes nothing. */
export function verifyLedger(source: DataSource, options: VerifyOptions = {}): Promise<LedgerReport> {
  return source.transaction('REPEATABLE READ', (tx) => verifyWithin(tx, options));
}

/** The same within a transaction of the caller's, which sees what that transaction wrote. */
export async function verifyWithin(tx: EntityManager, { mostFaults = 50, parts = ALL, ...outside }: VerifyOptions = {}): Promise<LedgerReport> {
  await tx.query(`SET LOCAL TIME ZONE 'UTC'`);
  const faults = new FaultList(mostFaults);
  const { entries, roots, newest } = parts.includes('roots') ? await verifyRoots(tx, outside, faults) : { entries: 0, roots: 0, newest: undefined };
  const records = parts.includes('records') ? await verifyRecords(tx, faults) : { records: 0, pendingRecords: 0 };
  const histories = parts.includes('histories') ? await verifyHistories(tx, faults) : { histories: 0, lines: 0, pendingLines: 0 };
  if (parts.includes('agreements')) await verifyAgreements(tx, faults);
  return {
    isWhole: faults.count === 0,
    entries, roots,
    newest: newest ? { number: newest.number, size: newest.size, root: newest.root.toString('hex'), signedAt: newest.signedAt } : null,
    ...histories, ...records,
    faultCount: faults.count,
    faults: faults.faults,
  };
}
