import 'reflect-metadata';
import { migrateDatabase, readConfiguration } from '@anuyat/database';
import { startRegistrar } from '@anuyat/registrar';
import { migrations } from '@anuyat/migrations';
import { prepareDatabase } from '../../../apps/api/src/preparation/prepare-database';
import { provedElsewhere } from '../../../apps/api/src/testing/proved-elsewhere';

/** Migrates and fills the database as a first start does; the definitions are proved by a step of their own. */
const configuration = readConfiguration(process.env);
await migrateDatabase(configuration.DATABASE_MIGRATE_URL ?? configuration.DATABASE_URL, migrations);
const running = await startRegistrar({ configuration, name: 'anuyat-prepare', onError: () => undefined });
try {
  await prepareDatabase(configuration, running, undefined, provedElsewhere);
} finally {
  await running.close();
}
