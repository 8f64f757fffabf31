import type { EntityManager } from 'typeorm';
import type { FaultList } from './ledger-fault';

/** What rows that may change say must follow from rows that may not. Each query gives the rows that say something else. */
const agreements: readonly { what: string; sql: string }[] = [
  {
    what: 'licence and its newest edition',
    sql: `SELECT l.number AS subject FROM licence l LEFT JOIN licence_edition e ON e.number = l.number AND e.edition = l.edition
           WHERE (l.account_id, l.holder, l.business_name, l.place_th, l.place_en, l.valid_from, l.valid_until, l.paper_key)
                 IS DISTINCT FROM (e.account_id, e.holder, e.business_name, e.place_th, e.place_en, e.valid_from, e.valid_until, e.paper_key)
              OR l.status <> 'valid' OR EXISTS (SELECT FROM licence_edition x WHERE x.number = l.number AND x.edition > l.edition)`,
  },
  {
    what: 'bill and its receipt',
    sql: `SELECT b.id::text AS subject FROM bill b LEFT JOIN fee_ledger f ON f.bill_id = b.id
           WHERE (b.status = 'paid') IS DISTINCT FROM (f.bill_id IS NOT NULL) OR b.receipt_number IS DISTINCT FROM f.receipt_number
              OR (f.bill_id IS NOT NULL AND (b.total <> f.amount OR b.paid_at IS DISTINCT FROM f.at))`,
  },
  {
    what: 'receipt and the line of its history',
    sql: `SELECT f.receipt_number AS subject FROM fee_ledger f JOIN bill b ON b.id = f.bill_id
           WHERE NOT EXISTS (SELECT FROM history h WHERE h.application_id = b.application_id AND h.data @> jsonb_build_object('transactionId', f.transaction_id, 'receipt', f.receipt_number))`,
  },
  {
    what: 'licence and the line of its history',
    sql: `SELECT l.number AS subject FROM licence l
           WHERE NOT EXISTS (SELECT FROM history h WHERE h.application_id = l.application_id AND h.type = 'licence.issued' AND h.data ->> 'number' = l.number)`,
  },
];

/** Compares what may change with what may not. */
export async function verifyAgreements(tx: EntityManager, faults: FaultList): Promise<void> {
  for (const { what, sql } of agreements) {
    const rows: { subject: string }[] = await tx.query(sql);
    for (const { subject } of rows) faults.add('disagreement', `${what}: ${subject}`);
  }
}
