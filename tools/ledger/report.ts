import { ledgerFaultStory, type LedgerReport } from '@anuyat/ledger';
import { fileFaultStory, toHex, type HistoryReport } from '@anuyat/ledger-proof';

/** Tells how the check of a database went. */
export function tellLedger(report: LedgerReport, kept: number, isJson: boolean): void {
  const faults = report.faults.map((fault) => ({ ...fault, story: ledgerFaultStory(fault) }));
  if (isJson) return console.log(JSON.stringify({ ...report, faults }, null, 2));
  const { histories, lines, pendingLines, records, pendingRecords, entries, roots, newest } = report;
  console.log(`Histories  ${histories}, with ${lines} lines${pendingLines ? `; ${pendingLines} lines wait for the next root` : ''}`);
  console.log(`Records    ${records}${pendingRecords ? `; ${pendingRecords} wait for the next root` : ''}`);
  console.log(`Ledger     ${entries} entries under ${roots} roots; ${kept} roots are kept outside the database`);
  if (newest) console.log(`Root ${newest.number}     ${newest.root}, ${newest.size} entries, signed ${newest.signedAt}`);
  for (const { fault, story } of faults) console.log(`✗ ${fault}\n    ${story.th}\n    ${story.en}`);
  if (report.faultCount > faults.length) console.log(`… and ${report.faultCount - faults.length} more`);
  console.log(report.isWhole ? '✓ Every chain, every record and every root holds, and each root contains the one before.' : '✗ The ledger does not hold.');
}

/** Tells how the check of an exported history went. */
export function tellFile(report: HistoryReport, isTrusted: boolean, isJson: boolean): void {
  const faults = report.faults.map((fault) => ({ ...fault, story: fileFaultStory(fault) }));
  const root = report.root && report.key ? { origin: report.root.origin, size: report.root.size, root: toHex(report.root.root), signedAt: report.root.signedAt, keyId: report.key.id } : null;
  if (isJson) return console.log(JSON.stringify({ ...report, root, key: undefined, faults }, null, 2));
  const { applications, lines, withheld, pendingLines, records, pendingRecords, isGenuine } = report;
  console.log(`Histories  ${applications}, with ${lines} lines${withheld ? `, ${withheld} without content` : ''}${pendingLines ? `; ${pendingLines} not under a root yet` : ''}`);
  console.log(`Records    ${records}${pendingRecords ? `; ${pendingRecords} not under a root yet` : ''}`);
  console.log(root ? `Root       ${root.root} of ${root.origin}, ${root.size} entries, signed ${root.signedAt}\nKey        ${root.keyId}${isTrusted ? '' : ' (named by the file itself: compare it with the published one, or give it with --key)'}` : 'Root       none yet');
  for (const { fault, story } of faults) console.log(`✗ ${fault}\n    ${story.th}\n    ${story.en}`);
  console.log(isGenuine ? (root ? '✓ Every line and every record is as it was entered.' : '✓ Every line hangs on the one before; no root covers them yet.') : '✗ This is not the history that was recorded.');
}
