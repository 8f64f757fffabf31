import type { Configuration } from '@anuyat/database';
import { Clamd, leaveUnscanned, openContents, type Contents, ScanClerk, ScannerAway, SealClerk, sweepUploads } from '@anuyat/documents';
import type { DataSource } from 'typeorm';
import type { Rounds } from './rounds';

const SCAN_MS = 2_000;
const SEALS_MS = 10_000;
const SWEEP_MS = 600_000;
const RESCAN_MS = 60_000;

/** A file on its way in that nobody has written to for so long belongs to an upload that broke off. */
const LEFT_BEHIND_MS = 3_600_000;

/** Rounds over stored contents: each is scanned, and sealed under the current master key. Without a scanner they wait, unless told otherwise. */
export async function watchDocuments(configuration: Configuration, source: DataSource, rounds: Rounds): Promise<Contents> {
  const contents = openContents(source, configuration);
  const seals = new SealClerk(source, contents);
  rounds.every(SEALS_MS, () => seals.settle());
  rounds.every(SWEEP_MS, () => contents.store.sweep(LEFT_BEHIND_MS));
  rounds.every(SWEEP_MS, () => sweepUploads(source, contents.store));
  if (configuration.SCANNING === 'off') {
    await leaveUnscanned(source);
    return contents;
  }
  const scans = new ScanClerk(source, contents, new Clamd(configuration.CLAMD_URL ?? 'tcp://127.0.0.1:3310'));
  await scans.takeUp();
  if (configuration.CLAMD_URL) {
    rounds.every(SCAN_MS, onceTold(() => scans.look()));
    rounds.every(RESCAN_MS, onceTold(() => scans.lookAgain()));
  }
  return contents;
}

/** A scanner that stays away is told once, not every two seconds; when it was back and goes again, once more. */
function onceTold(look: () => Promise<unknown>): () => Promise<unknown> {
  let isAway = false;
  return async () => {
    try {
      await look();
      isAway = false;
    } catch (error) {
      const isNews = !(error instanceof ScannerAway && isAway);
      isAway = error instanceof ScannerAway;
      if (isNews) throw error;
    }
  };
}
