import { importBundled } from '../lib/bundle.mjs';

/** Before the first spec that needs a database: one throwaway PostgreSQL for the whole run. */
export default async function databaseUp() {
  const { startMigratedCluster } = await importBundled('tools/jest/test-cluster.ts');
  const clusters = (globalThis.anuyatTestClusters ??= []);
  clusters.push(await startMigratedCluster());
}
