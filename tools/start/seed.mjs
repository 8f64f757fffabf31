import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';
import { say, step } from '../lib/say.mjs';

/**
 * Fills a new portal with cases in every stage, through its own HTTP as its people would. Once: what people do with them afterwards
 * stays. Only where our own sandbox plays the outside world.
 */
export async function seedOnce({ dataDir, portalUrl, sandboxUrl, migrateUrl }) {
  const mark = join(dataDir, 'seeded');
  if (sandboxUrl || existsSync(mark)) return;
  const { runScenario, issueLongAgo } = await import(pathToFileURL(inRoot('dist', 'apps', 'sandbox', 'run-scenario.mjs')).href);
  process.env.PORTAL_URL = portalUrl;
  try {
    await step('Filling it with people’s cases', () => runScenario(['seed']));
    if (migrateUrl) await step('Bringing one licence near its last day', () => ageOne(migrateUrl, issueLongAgo));
    writeFileSync(mark, new Date().toISOString());
  } catch (error) {
    say(`  ! It runs, but not every seeded case could be made: ${error.message}`);
  }
}

/** A licence of the finished café that is renewed by fee: twenty days are left of it. */
async function ageOne(databaseUrl, issueLongAgo) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT number FROM licence WHERE code = 'food-premises-small' AND valid_until IS NOT NULL ORDER BY issued_at LIMIT 1`);
    if (rows[0]) await issueLongAgo((sql, values) => client.query(sql, values), rows[0].number, 20);
  } finally {
    await client.end();
  }
}
