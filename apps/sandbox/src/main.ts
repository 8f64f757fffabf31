import { readSettings } from './settings';
import { startSandbox } from './start-sandbox';

try {
  const settings = readSettings(process.env);
  const sandbox = await startSandbox(settings);
  console.log(`The sandbox plays Digital ID, a bank and the authorities of papers at ${settings.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
