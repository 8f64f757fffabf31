import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../lib/node-runtime.mjs';
import { inRoot } from '../lib/paths.mjs';
import { say, step } from '../lib/say.mjs';

/**
 * Fills a new portal with cases in every stage, through its own HTTP as its people would. Once: what people do with them afterwards
 * stays. Only where our own sandbox plays the outside world.
 */
export async function seedOnce({ dataDir, portalUrl, sandboxUrl, migrateUrl }) {
  const mark = join(dataDir, 'seeded');
  if (sandboxUrl || existsSync(mark)) return;
  try {
    await step('Filling it with people’s cases', () => fill('cases', { PORTAL_URL: portalUrl }));
    if (migrateUrl) await step('Bringing one licence near its last day', () => fill('age', { DATABASE_MIGRATE_URL: migrateUrl }));
    writeFileSync(mark, new Date().toISOString());
  } catch (error) {
    say(`  ! It runs, but not every seeded case could be made: ${error.message}`);
  }
}

/** What was built may need a newer Node than the one that started us. */
async function fill(what, env) {
  const code = await runNode([inRoot('tools', 'start', 'fill.mjs'), what], { env });
  if (code !== 0) throw new Error('what it said stands above');
}
