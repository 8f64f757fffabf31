import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';
import { say, step } from '../lib/say.mjs';

/**
 * Fills a new portal with cases in every stage, through its own HTTP as its people would. Once: what people do with them afterwards
 * stays. Only where our own sandbox plays the outside world.
 */
export async function seedOnce({ dataDir, portalUrl, sandboxUrl }) {
  const mark = join(dataDir, 'seeded');
  if (sandboxUrl || existsSync(mark)) return;
  const { runScenario } = await import(pathToFileURL(inRoot('dist', 'apps', 'sandbox', 'run-scenario.mjs')).href);
  process.env.PORTAL_URL = portalUrl;
  try {
    await step('Filling it with people’s cases', () => runScenario(['seed']));
    writeFileSync(mark, new Date().toISOString());
  } catch (error) {
    say(`  ! It runs, but not every seeded case could be made: ${error.message}`);
  }
}
