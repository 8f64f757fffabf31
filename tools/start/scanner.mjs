import { existsSync } from 'node:fs';
import { freeFrom } from './ports.mjs';

const SOCKETS = ['/run/clamav/clamd.ctl', '/var/run/clamav/clamd.ctl'];

/** Who looks for malware: the scanner that was named, ClamAV where it runs on this machine, or the sandbox's stand-in; with a sentence that says so. */
export async function findScanner(given, from) {
  if (given.SCANNING === 'off') return { env: { SCANNING: 'off' }, told: 'Documents are NOT scanned for malware (SCANNING=off); each of them says so.' };
  const socket = SOCKETS.find(existsSync);
  const url = given.CLAMD_URL || (socket && `unix:${socket}`);
  if (url) return { env: { CLAMD_URL: url }, told: `Documents are scanned by ClamAV at ${url}.` };
  const port = await freeFrom(from);
  return {
    env: { CLAMD_URL: `tcp://127.0.0.1:${port}`, SANDBOX_SCANNER_PORT: String(port) },
    told: 'No ClamAV on this machine: a stand-in looks at documents, which finds the EICAR test file only.',
  };
}
