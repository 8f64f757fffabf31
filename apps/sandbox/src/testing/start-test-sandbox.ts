import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@anuyat/database/testing';
import { startSandbox } from '../start-sandbox';
import type { SandboxSettings } from '../settings';

/** A sandbox of its own for one test file, for a portal at `portalPort`. */
export async function startTestSandbox(portalPort: number, overrides: Partial<SandboxSettings> = {}): Promise<{ settings: SandboxSettings; close(): Promise<void> }> {
  const port = await freePort();
  const mailPort = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'anuyat-sandbox-'));
  const settings: SandboxSettings = {
    url: `http://localhost:${port}`,
    port,
    hosts: ['127.0.0.1', '::1'],
    portalUrls: [`http://localhost:${portalPort}`, `http://127.0.0.1:${portalPort}`],
    callbackUrl: `http://127.0.0.1:${portalPort}/api/payments/callback`,
    mailPort,
    dataDir,
    clientId: 'anuyat',
    clientSecret: 'client secret of a test',
    gdxSecret: 'secret of a test at the data exchange',
    dgaSecret: 'secret of a test at the second provider',
    callbackSecret: 'a secret that the bank and the portal share in a test',
    authoritySecret: 'authority secret of a test',
    ...overrides,
  };
  const sandbox = await startSandbox(settings, { retryMs: 20, delayMs: 60 });
  return {
    settings,
    close: async () => {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
