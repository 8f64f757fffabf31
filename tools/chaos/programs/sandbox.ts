import './inside';
import { startSandbox } from '../../../apps/sandbox/src/start-sandbox';
import type { SandboxSettings } from '../../../apps/sandbox/src/settings';

/** The sandbox's outside world, whose bank soon tells again what was not understood. */
const settings = JSON.parse(process.env['CHAOS_SANDBOX'] ?? '{}') as SandboxSettings;
const sandbox = await startSandbox(settings, { retryMs: 200, delayMs: 2_000 });
process.once('SIGTERM', () => void sandbox.close().finally(() => process.exit(0)));
process.send?.('ready');
