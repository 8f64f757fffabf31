import { DataSource } from 'typeorm';
import { migrations } from '../../migrations';
import { startTestCluster } from '../../libs/database/src/testing/test-cluster';

/** Starts the throwaway PostgreSQL of this test run with every migration applied to its template. */
export function startMigratedCluster() {
  return startTestCluster(async (ownerUrl) => {
    const source = await new DataSource({ type: 'postgres', url: ownerUrl, migrations, migrationsTransactionMode: 'all' }).initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  });
}
