import { migrations } from '../../migrations';
import { migrateDatabase } from '../../libs/database/src/migrate';
import { startTestCluster } from '../../libs/database/src/testing/test-cluster';

/** Starts the throwaway PostgreSQL of this test run with every migration applied to its template. */
export function startMigratedCluster() {
  return startTestCluster(async (ownerUrl) => {
    await migrateDatabase(ownerUrl, migrations);
  });
}
