/** What can be wrong with a stored ledger, or with what it holds the digests of. */
export type LedgerFaultCode =
  | 'missing-entry' | 'changed-root' | 'bad-signature' | 'unknown-key' | 'changed-node' | 'lost-root' | 'other-root'
  | 'changed-record' | 'lost-record' | 'missing-line' | 'broken-chain' | 'changed-line' | 'cut-tail' | 'other-snapshot' | 'changed-history' | 'lost-history'
  | 'disagreement';

/** One thing that is wrong, and where: a kind and its subject, a root's number, a line of a history. */
export interface LedgerFault {
  fault: LedgerFaultCode;
  where: string;
}

/** How the check of a database went. */
export interface LedgerReport {
  isWhole: boolean;
  entries: number;
  roots: number;
  /** The newest root: its number and hash; null before the first. */
  newest: { number: number; size: number; root: string; signedAt: string } | null;
  histories: number;
  lines: number;
  records: number;
  /** Lines and records that no root covers yet. */
  pendingLines: number;
  pendingRecords: number;
  /** How many faults there are; the first of them are told. */
  faultCount: number;
  faults: LedgerFault[];
}

/** Counts what is wrong and remembers the first of it. */
export class FaultList {
  readonly faults: LedgerFault[] = [];
  count = 0;

  constructor(private readonly most: number) {}

  add(fault: LedgerFaultCode, where: string): void {
    this.count += 1;
    if (this.faults.length < this.most) this.faults.push({ fault, where });
  }
}
