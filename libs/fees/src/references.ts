import type { EntityManager } from 'typeorm';

/**
 * What a reference of its own begins with: `RN` a renewal, `AB` a bill that was written anew, `SB` a supplementary bill, `YF` a yearly fee,
 * `LP` a bill that grew because it was not paid in time.
 */
export type ReferenceKind = 'RN' | 'AB' | 'SB' | 'YF' | 'LP';

const SERIES: Record<ReferenceKind, string> = { RN: 'renewal', AB: 'bill-anew', SB: 'supplement', YF: 'yearly-fee', LP: 'late-payment' };

/**
 * Ref 1 of a Thai QR bill payment with a number of its own, for what an application's number does not name alone: a reference is paid by
 * once, so that money for a bill that was given up never settles the next.
 */
export async function nextReference(tx: EntityManager, kind: ReferenceKind): Promise<string> {
  const [row]: { last: number }[] = await tx.query(
    `INSERT INTO number_series AS s (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = s.last + 1 RETURNING last`,
    [SERIES[kind]],
  );
  return `${kind}${String(row?.last ?? 0).padStart(10, '0')}`;
}
