import { createDataSource, type Configuration, type EntityClass } from '@anuyat/database';
import { Announcer, Courier, createQueueBackend, type CourierOptions, type QueueBackend } from '@anuyat/outbox';
import type { DataSource } from 'typeorm';
import { DefinitionLibrary } from './definition-library';
import { GovernmentCalendar } from './government-calendar';
import { Registrar } from './registrar';

/** Everything a process needs to send events through the door and to carry their effects. */
export interface RunningRegistrar {
  source: DataSource;
  library: DefinitionLibrary;
  calendar: GovernmentCalendar;
  backend: QueueBackend;
  announcer: Announcer;
  courier: Courier;
  registrar: Registrar;
  /** Looks no more, now and then, for new versions, holidays and rates: a measurement counts what events ask for, and nothing beside. */
  restFollowing(): void;
  close(): Promise<void>;
}

export interface StartOptions {
  configuration: Pick<Configuration, 'DATABASE_URL' | 'REDIS_URL'> & Partial<Pick<Configuration, 'DATABASE_POOL'>>;
  /** Shown in the database's list of sessions. */
  name: string;
  entities?: EntityClass[];
  onError(error: Error): void;
  courier?: Partial<CourierOptions>;
  /** How long a job may lie with a worker that has died; the queue's own where nothing is said. */
  stalledAfterMs?: number;
}

const CALENDAR_REFRESH_MS = 60_000;
/** A version that another process publishes is known here before it can come into force. */
const LIBRARY_REFRESH_MS = 2_000;

/** Connects, loads definitions and holidays, and starts the courier. */
export async function startRegistrar({ configuration, name, entities = [], onError, courier: courierOptions = {}, stalledAfterMs }: StartOptions): Promise<RunningRegistrar> {
  const source = await createDataSource(configuration.DATABASE_URL, name, entities, configuration.DATABASE_POOL).initialize();
  const library = new DefinitionLibrary(source);
  const calendar = new GovernmentCalendar();
  await library.load();
  await calendar.reload(source);
  await library.rates.reload(source);
  const backend = createQueueBackend({ databaseUrl: configuration.DATABASE_URL, redisUrl: configuration.REDIS_URL, stalledAfterMs, onError });
  const announcer = new Announcer(source);
  const courier = new Courier(source, backend, announcer, onError, courierOptions);
  const registrar = new Registrar(source, library, calendar, courier);
  const refresh = setInterval(() => void Promise.all([calendar.reload(source), library.rates.reload(source)]).catch(onError), CALENDAR_REFRESH_MS);
  const follow = setInterval(() => void library.refresh().catch(() => undefined), LIBRARY_REFRESH_MS);
  const restFollowing = (): void => [refresh, follow].forEach(clearInterval);
  courier.start();
  return {
    source, library, calendar, backend, announcer, courier, registrar, restFollowing,
    close: async () => {
      restFollowing();
      await courier.stop();
      await backend.close();
      await announcer.flush();
      if (source.isInitialized) await source.destroy();
    },
  };
}
