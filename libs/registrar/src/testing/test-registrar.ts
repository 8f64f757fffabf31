import { createTestDatabase, type TestDatabase } from '@anuyat/database/testing';
import { startRegistrar, type RunningRegistrar } from '../start-registrar';
import { publishLibraryCard } from './library';

/** A registrar on a database of its own, with the toy licence published. Nobody carries effects unless told to: see `carryOut`. */
export interface TestRegistrar extends RunningRegistrar {
  database: TestDatabase;
}

export async function startTestRegistrar(name: string): Promise<TestRegistrar> {
  const database = await createTestDatabase();
  const running = await startRegistrar({ configuration: { DATABASE_URL: database.appUrl }, name, onError: () => undefined });
  await running.courier.stop();
  await publishLibraryCard(running);
  return {
    ...running,
    database,
    close: async () => {
      await running.close();
      await database.dispose();
    },
  };
}
