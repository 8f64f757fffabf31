import { canonicalJson } from '@anuyat/licence-kit/canonical-json';
import { fromHex } from './bytes';
import { fileDigest } from './file-digest';
import { HISTORY_FORMAT, type ExportedHistory, type ExportedRecord, type HistoryExport, type Place } from './history-export';
import { APPLICATION, CHAIN_START, entryHash, historyDigest, lineHash, recordDigest, type LedgerEntry } from './ledger-entry';
import { isIncluded } from './merkle';
import { readKey, readNote, type LedgerRoot, type RootKey } from './signed-root';

/** What can be wrong with an exported history. */
export type FileFaultCode = 'not-a-history' | 'altered-file' | 'bad-key' | 'other-key' | 'bad-root' | 'missing-line' | 'changed-line' | 'changed-record' | 'history-not-in-root' | 'record-not-in-root';

/** One thing that is wrong, and where. */
export interface FileFault {
  fault: FileFaultCode;
  /** The application or record. */
  subject?: string;
  revision?: number;
}

/** How the check of an exported history went. */
export interface HistoryReport {
  isGenuine: boolean;
  faults: FileFault[];
  root: LedgerRoot | null;
  key: RootKey | null;
  applications: number;
  lines: number;
  /** Lines and records whose content the file does not hold. */
  withheld: number;
  records: number;
  /** Lines and records that no root covers yet; their own hashes were checked. */
  pendingLines: number;
  pendingRecords: number;
}

type Signed = { root: LedgerRoot; key: RootKey } | undefined;

/**
 * Checks an exported history without asking anybody: every line hangs on the one before, every record has its digest, both stand in the
 * tree whose root is signed.
 * @param trusted keys that the reader has from elsewhere; absent: those that the file names, which the reader has to compare.
 */
export function checkHistory(text: string, trusted?: readonly RootKey[]): HistoryReport {
  const report: HistoryReport = { isGenuine: false, faults: [], root: null, key: null, applications: 0, lines: 0, withheld: 0, records: 0, pendingLines: 0, pendingRecords: 0 };
  const file = parse(text);
  if (!file) return { ...report, faults: [{ fault: 'not-a-history' }] };
  try {
    examine(file, text, trusted, report);
  } catch {
    report.faults.push({ fault: 'altered-file' });
  }
  return { ...report, isGenuine: report.faults.length === 0 };
}

function examine(file: HistoryExport, text: string, trusted: readonly RootKey[] | undefined, report: HistoryReport): void {
  if (canonicalJson(file) !== text.trimEnd() || fileDigest(file) !== file.digest) report.faults.push({ fault: 'altered-file' });
  const named = file.keys.map(readKey);
  if (named.includes(undefined)) report.faults.push({ fault: 'bad-key' });
  const keys = named.filter((key) => key !== undefined);
  const signed = file.root === null ? undefined : readNote(file.root, trusted ?? keys);
  if (file.root !== null && !signed) report.faults.push({ fault: trusted && readNote(file.root, keys) ? 'other-key' : 'bad-root' });
  report.root = signed?.root ?? null;
  report.key = signed?.key ?? null;
  for (const history of file.applications) examineHistory(history, signed, report);
  for (const record of file.records) examineRecord(record, signed, report);
}

function examineHistory({ id, lines, sealed }: ExportedHistory, signed: Signed, report: HistoryReport): void {
  report.applications += 1;
  report.lines += lines.length;
  let previous = CHAIN_START;
  for (const [at, { revision, hash, content }] of lines.entries()) {
    if (revision !== at + 1) return void report.faults.push({ fault: 'missing-line', subject: id, revision: at + 1 });
    if (content === null) report.withheld += 1;
    else if (lineHash(previous, id, revision, content) !== hash) return void report.faults.push({ fault: 'changed-line', subject: id, revision });
    previous = hash;
  }
  report.pendingLines += lines.length - (sealed?.revision ?? 0);
  if (!sealed) return;
  const { revision } = sealed;
  if (revision > lines.length) return void report.faults.push({ fault: 'missing-line', subject: id, revision: lines.length + 1 });
  const digest = historyDigest(lines.slice(0, revision).map(({ hash }) => hash));
  if (!stands({ kind: APPLICATION, subject: id, revision, digest }, sealed, signed)) report.faults.push({ fault: 'history-not-in-root', subject: id, revision });
}

function examineRecord({ kind, subject, content, digest, sealed }: ExportedRecord, signed: Signed, report: HistoryReport): void {
  report.records += 1;
  if (content === null) report.withheld += 1;
  else if (recordDigest(kind, subject, content) !== digest) return void report.faults.push({ fault: 'changed-record', subject: `${kind} ${subject}` });
  if (!sealed) report.pendingRecords += 1;
  else if (!stands({ kind, subject, revision: 0, digest }, sealed, signed)) report.faults.push({ fault: 'record-not-in-root', subject: `${kind} ${subject}` });
}

function stands(entry: LedgerEntry, { position, path }: Place, signed: Signed): boolean {
  return signed !== undefined && isIncluded(entryHash(entry), position, signed.root.size, path.map(fromHex), signed.root.root);
}

function parse(text: string): HistoryExport | undefined {
  try {
    const file = JSON.parse(text) as Partial<HistoryExport> | null;
    return file?.format === HISTORY_FORMAT ? (file as HistoryExport) : undefined;
  } catch {
    return undefined;
  }
}
