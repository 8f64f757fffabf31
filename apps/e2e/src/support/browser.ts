import { chromium, type Browser } from 'playwright-core';

/** What a Chromium in a container needs, and nothing that talks to the world outside. */
const quiet = ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** The Chromium that was found for this run of tests. Close it in `afterAll`. */
export function openBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: executablePath, CHROMIUM_LIBRARIES: libraries, ...environment } = process.env;
  if (!executablePath) throw new Error('No Chromium was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: quiet, env: libraries ? { ...environment, LD_LIBRARY_PATH: libraries } : environment });
}
