import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { currentReader, READER_ROLE, type Reader } from './reader';

/** One statement, prepared once for a connection. All of it ends with the transaction. */
const BECOME = `
  SELECT set_config('role', $1, true), set_config('anuyat.account', $2, true), set_config('anuyat.offices', $3, true),
         set_config('anuyat.territories', $4, true), set_config('anuyat.companies', $5, true)`;

/** From now on, whatever this source is asked within `readFor` is read with the rights of that person; outside of it nothing changes. */
export function guardReads(source: DataSource): DataSource {
  const create = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const reader = currentReader();
    const runner = create(mode);
    return reader ? readingFor(runner, reader) : runner;
  };
  return source;
}

/**
 * All that the runner does is one transaction that can only read, at one moment. Its beginning travels with the first statement, its end with
 * nobody waiting for it. Where the role cannot be taken, the transaction is broken and every statement fails: nothing is read with other rights.
 */
function readingFor(runner: QueryRunner, reader: Reader): QueryRunner {
  const connect = runner.connect.bind(runner) as () => Promise<PoolClient>;
  const release = runner.release.bind(runner);
  let client: PoolClient | undefined;
  runner.connect = async () => {
    const connected = await connect();
    if (client === undefined) become((client = connected), reader);
    return connected;
  };
  runner.release = () => {
    client?.query('COMMIT').catch(() => undefined);
    return release();
  };
  return Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

function become(client: PoolClient, { accountId, offices, territories, companies }: Reader): void {
  client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY').catch(() => undefined);
  const values = [READER_ROLE, accountId, offices.join(','), territories.join(','), companies.join(',')];
  client.query({ name: 'database.read-for', text: BECOME, values }).catch(() => undefined);
}
