import type { EntityClass } from '@anuyat/database';
import { startRegistrar, type RunningRegistrar } from '@anuyat/registrar';
import { applicationOfSaving, historyOfSaving, outboxOfSaving, timerOfSaving } from '../contenders/saving-entities';
import { tell } from '../harness/progress';
import { startDatabase, type BenchDatabase } from './database';
import { publishProcess } from './filing';
import { startRedis, type BenchRedis } from './redis';

/** What the groups stand on; each part is started at its first use. */
export interface Ground {
  rounds: number;
  /** Length of one slice. */
  seconds: number;
  database(): Promise<BenchDatabase>;
  /** A registrar on it that does nothing by itself, its courier at rest, with the licence of the seven events published. */
  registrar(): Promise<RunningRegistrar>;
  redis(): Promise<BenchRedis | undefined>;
  close(): Promise<void>;
}

/** Events under way at once, and connections for them. */
export const IN_FLIGHT = 16;

const entities: EntityClass[] = [applicationOfSaving, historyOfSaving, timerOfSaving, outboxOfSaving];

/** @param settings how many rounds, and how long a slice is. */
export function layGround(settings: Pick<Ground, 'rounds' | 'seconds'>): Ground {
  const closers: (() => Promise<unknown> | void)[] = [];
  const kept = <T>(start: () => Promise<T>, close: (made: T) => Promise<unknown> | void): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () => (made ??= start().then((value) => {
      closers.unshift(() => close(value));
      return value;
    }));
  };
  const database = kept(
    () => {
      tell('Starting PostgreSQL');
      return startDatabase();
    },
    (started) => started.stop(),
  );
  return {
    ...settings,
    database,
    registrar: kept(
      async () => {
        const { server } = await database();
        const running = await startRegistrar({ configuration: { DATABASE_URL: server.appUrl, DATABASE_POOL: IN_FLIGHT }, name: 'bench', entities, onError: (error) => tell(`    ! ${error.message}`) });
        await running.courier.stop();
        running.restFollowing();
        await publishProcess(running);
        return running;
      },
      (running) => running.close(),
    ),
    redis: kept(startRedis, (redis) => redis?.stop()),
    close: async () => {
      for (const close of closers) await close();
    },
  };
}
