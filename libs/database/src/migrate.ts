import { DataSource, type MigrationInterface } from 'typeorm';
import pg from 'pg';
import { runMigrations } from 'bullmq';

/** Where BullMQ keeps its tables when it runs on PostgreSQL. The running role may create in it: BullMQ makes a sequence for each queue. */
export const QUEUE_SCHEMA = 'bullmq';

/** Only the owner's: the sequences that the running role made are its own already, and may not be granted by another. */
const GRANT_OWN_SEQUENCES = `
  DO $$ DECLARE made regclass; BEGIN
    FOR made IN SELECT oid::regclass FROM pg_class WHERE relkind = 'S' AND relnamespace = '${QUEUE_SCHEMA}'::regnamespace AND relowner = current_user::regrole
    LOOP EXECUTE format('GRANT USAGE, SELECT ON SEQUENCE %s TO anuyat_app', made); END LOOP;
  END $$`;

type MigrationClass = new () => MigrationInterface;

/**
 * Brings a database to the newest schema, the queue's included, as the owner. Several processes may call it at once: one works.
 * @returns the names of the migrations that ran.
 */
export async function migrateDatabase(ownerUrl: string, migrations: MigrationClass[]): Promise<string[]> {
  const source = new DataSource({ type: 'postgres', url: ownerUrl, migrations, synchronize: false, poolSize: 2 });
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('anuyat migrations'))`);
    await source.initialize();
    const done = await source.runMigrations({ transaction: 'each' });
    await runMigrations(lock as never, QUEUE_SCHEMA);
    await lock.query(`
      GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO anuyat_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO anuyat_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO anuyat_app`);
    await lock.query(GRANT_OWN_SEQUENCES);
    return done.map(({ name }) => name);
  } finally {
    if (source.isInitialized) await source.destroy();
    await lock.end();
  }
}
