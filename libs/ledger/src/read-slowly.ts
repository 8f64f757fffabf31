import type { EntityManager } from 'typeorm';

const BATCH = 500;

const DECLARE = `DECLARE slowly NO SCROLL CURSOR FOR @query`;

/** Reads the rows of a query of our own a batch at a time through a cursor of the transaction, so that memory does not grow with them. Rows written meanwhile are not seen. */
export async function* readSlowly<T>(tx: EntityManager, sql: string, values: readonly unknown[] = []): AsyncGenerator<T[]> {
  await tx.query(DECLARE.replace('@query', () => sql), [...values]);
  try {
    for (;;) {
      const rows: T[] = await tx.query(`FETCH ${BATCH} FROM slowly`);
      if (rows.length > 0) yield rows;
      if (rows.length < BATCH) return;
    }
  } finally {
    await tx.query(`CLOSE slowly`);
  }
}
