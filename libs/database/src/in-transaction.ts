import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs `work` in a transaction, as `source.transaction` does, but does not wait for its beginning: that travels with the first statement. Statements
 * that do not need each other's answers may be sent together too (`Promise.all`): they are done in the order in which they were sent. Only single
 * statements: work of several steps would go on after the first of the others failed, when the transaction is over.
 * @throws what `work` throws, or why it could not be committed; then nothing was done.
 */
export async function inTransaction<T>(source: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as PoolClient;
  const begun = client.query('BEGIN');
  begun.catch(() => undefined);
  markBegun(runner);
  try {
    const result = await work(runner.manager);
    await begun;
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('A statement of this transaction failed, and nobody was told: it was taken back.');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** So that a transaction within this one is a savepoint. */
function markBegun(runner: object): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
