import { recordDigest } from '@anuyat/ledger-proof';
import type { EntityManager } from 'typeorm';
import { readSlowly } from '../read-slowly';
import { recordKinds } from '../record-kinds';
import { allRecords, lostRecords, type RecordRow } from '../record-queries';
import type { FaultList } from './ledger-fault';

export interface VerifiedRecords {
  records: number;
  pendingRecords: number;
}

/** Compares every record with the digest that was entered of it, and every entry with its record. */
export async function verifyRecords(tx: EntityManager, faults: FaultList): Promise<VerifiedRecords> {
  const counts: VerifiedRecords = { records: 0, pendingRecords: 0 };
  for (const kind of recordKinds) {
    for await (const rows of readSlowly<RecordRow & { digest: string | null }>(tx, allRecords(kind), [kind.columns])) {
      counts.records += rows.length;
      for (const { subject, content, digest, removed } of rows) {
        if (digest === null) counts.pendingRecords += 1;
        else if ((removed ?? recordDigest(kind.kind, subject, content)) !== digest) faults.add('changed-record', `${kind.kind} ${subject}`);
      }
    }
    for await (const rows of readSlowly<{ subject: string }>(tx, lostRecords(kind))) for (const { subject } of rows) faults.add('lost-record', `${kind.kind} ${subject}`);
  }
  return counts;
}
