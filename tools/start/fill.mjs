// Runs under the pinned Node, as everything that was built does: fills a running portal (`fill.mjs cases`), or ages one licence (`fill.mjs age`).
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/paths.mjs';

const { runScenario, issueLongAgo } = await import(pathToFileURL(inRoot('dist', 'apps', 'sandbox', 'run-scenario.mjs')).href);

/** A licence of the finished café that is renewed by fee: twenty days are left of it. */
async function ageOne(databaseUrl) {
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

try {
  await (process.argv[2] === 'age' ? ageOne(process.env.DATABASE_MIGRATE_URL) : runScenario(['seed']));
} catch (error) {
  console.error(`  ! ${error.message}`);
  process.exit(1);
}
