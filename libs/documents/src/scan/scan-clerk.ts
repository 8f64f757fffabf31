import type { DataSource } from 'typeorm';
import type { Contents } from '../contents';
import type { Seal } from '../store/content-store';
import { ScannerAway, type Scanner } from './scanner';

/** How long a content is one worker’s: longer than the scanner may take; and how soon it is tried again where the scanner gave no verdict. */
const LEASE_SECONDS = 75;
const AGAIN_SECONDS = 10;

const NEXT = `
  UPDATE stored_file SET scan_after = now() + make_interval(secs => $1)
   WHERE sha256 = (SELECT sha256 FROM stored_file WHERE scan = 'waiting' AND scan_after <= now() ORDER BY scan_after LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING sha256, seal`;

/** Contents that were clean by other signatures than the scanner has now, the longest ago first; each for one worker at a time. */
const AGED = `
  UPDATE stored_file SET scan_after = now() + make_interval(secs => $1)
   WHERE sha256 = (SELECT sha256 FROM stored_file WHERE scan = 'clean' AND scanned_by IS DISTINCT FROM $2 AND scan_after <= now() ORDER BY scanned_at NULLS FIRST LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING sha256, seal`;

/** Contents that are looked at again in one round, so that new ones never wait long. */
const AGAIN_AT_ONCE = 200;

/**
 * Has every waiting content scanned, oldest first. While the scanner is away they wait, and nobody opens them; when it is back they are
 * looked at without anybody asking.
 */
export class ScanClerk {
  constructor(
    private readonly source: DataSource,
    private readonly contents: Contents,
    private readonly scanner: Scanner,
  ) {}

  /** @returns how many were looked at. @throws ScannerAway where the scanner is. */
  async look(): Promise<number> {
    for (let looked = 0; ; looked += 1) {
      const [[file]]: [{ sha256: string; seal: Seal | null }[]] = await this.source.query(NEXT, [LEASE_SECONDS]);
      if (!file) return looked;
      try {
        const verdict = await this.scanner.scan(await this.contents.store.read(file.sha256, file.seal));
        await this.note(file.sha256, verdict.is, 'found' in verdict ? verdict.found : null);
      } catch (error) {
        await this.source.query(`UPDATE stored_file SET scan_after = now() + make_interval(secs => $2), scan_found = $3 WHERE sha256 = $1 AND scan = 'waiting'`, [
          file.sha256, error instanceof ScannerAway ? AGAIN_SECONDS : LEASE_SECONDS, (error as Error).message.slice(0, 300),
        ]);
        throw error;
      }
    }
  }

  /**
   * Looks again at what was clean by older signatures. It can be opened meanwhile; what is found now closes it for good.
   * @returns how many were looked at. @throws ScannerAway where the scanner is.
   */
  async lookAgain(): Promise<number> {
    const version = await this.scanner.version();
    for (let looked = 0; looked < AGAIN_AT_ONCE; looked += 1) {
      const [[file]]: [{ sha256: string; seal: Seal | null }[]] = await this.source.query(AGED, [LEASE_SECONDS, version]);
      if (!file) return looked;
      const verdict = await this.scanner.scan(await this.contents.store.read(file.sha256, file.seal));
      await this.note(file.sha256, verdict.is, 'found' in verdict ? verdict.found : null);
    }
    return AGAIN_AT_ONCE;
  }

  /** Contents that came in while the installation ran without a scanner wait for it from now on. */
  async takeUp(): Promise<void> {
    await this.source.query(`UPDATE stored_file SET scan = 'waiting', scan_after = now() WHERE scan = 'not-scanned'`);
  }

  private async note(sha256: string, scan: 'clean' | 'infected', found: string | null): Promise<void> {
    await this.source.query(`UPDATE stored_file SET scan = $2, scan_found = $3, scanned_by = $4, scanned_at = clock_timestamp() WHERE sha256 = $1`, [sha256, scan, found, await this.scanner.version()]);
  }
}

/** What came in before is shown as not scanned, where an installation runs without a scanner. */
export async function leaveUnscanned(source: DataSource): Promise<void> {
  await source.query(`UPDATE stored_file SET scan = 'not-scanned' WHERE scan = 'waiting'`);
}
