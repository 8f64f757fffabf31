import 'reflect-metadata';
import { migrateDatabase, plainSentence, readConfiguration } from '@anuyat/database';
import { startRegistrar } from '@anuyat/registrar';
import { migrations } from '@anuyat/migrations';
import { prepareDatabase } from './preparation/prepare-database';
import { tellError, tellWarning } from './tell-error';

/** Migrates as the owner, then publishes definitions and fills reference data and, in a sandbox, people and cases, as the running role. */
async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  tellWarning(plainSentence(configuration));
  const done = await migrateDatabase(configuration.DATABASE_MIGRATE_URL ?? configuration.DATABASE_URL, migrations);
  process.stdout.write(`Migrations: ${done.length === 0 ? 'nothing new' : done.join(', ')}\n`);
  const running = await startRegistrar({ configuration, name: 'anuyat-migrate', onError: tellError });
  try {
    await prepareDatabase(configuration, running);
  } finally {
    await running.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
