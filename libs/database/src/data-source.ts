import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PoolClient } from 'pg';
import { guardReads } from './rows/guard-reads';

/** A class that TypeORM maps to a table. */
export type EntityClass = EntityTarget<ObjectLiteral> & (new () => ObjectLiteral);

/** Connections of one process where nothing else is said. */
const POOL_SIZE = 8;

/**
 * The running role's data source: never synchronises, never migrates. Within `readFor` it reads with the rights of a person.
 * @param name shown in `pg_stat_activity`.
 */
export function createDataSource(url: string, name: string, entities: EntityClass[] = [], poolSize = POOL_SIZE): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: name,
    synchronize: false,
    migrationsRun: false,
    entities,
    poolSize,
    extra: { pipeline: true, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, keepAlive: true },
    poolErrorHandler: () => undefined,
  });
  return guardReads(source);
}

/** The pg client under a transaction, for named statements. */
export async function clientOf(tx: EntityManager): Promise<PoolClient> {
  const runner = tx.queryRunner;
  if (!runner) throw new Error('This work belongs in a transaction.');
  return (await runner.connect()) as PoolClient;
}

/** Runs `work` on a pooled connection without opening a transaction: each statement commits by itself. */
export async function onClient<T>(source: DataSource, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  try {
    return await work((await runner.connect()) as PoolClient);
  } finally {
    await runner.release();
  }
}
