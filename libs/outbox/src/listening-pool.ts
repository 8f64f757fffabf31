import { EventEmitter } from 'node:events';
import pg from 'pg';

const LISTEN = /^LISTEN \w+;?$/m;
const NAMES_SESSION = /application_name/;
const NO_ROWS = { rows: [], rowCount: 0 };

/**
 * A pool as BullMQ takes it. BullMQ borrows a client for each worker and keeps it for listening; with an agency's queue each that makes thirty
 * sessions of the database that do nothing but hear the same. Here all that listen share one session; what they ask goes to the pool.
 */
export class ListeningPool extends EventEmitter {
  readonly options = { keepAlive: true };
  private readonly pool: pg.Pool;
  private readonly borrowed = new Set<Borrowed>();
  private listener: Promise<Listener> | undefined;

  constructor(private readonly config: pg.PoolConfig & { application_name: string }) {
    super();
    this.setMaxListeners(0);
    this.pool = new pg.Pool({ ...config, keepAlive: true });
    this.pool.on('error', (error) => this.emit('error', error));
  }

  query(text: string, values?: unknown[]): Promise<pg.QueryResult> {
    return this.pool.query(text, values);
  }

  connect(): Promise<Borrowed> {
    const borrowed = new Borrowed((text, values) => this.answer(text, values), () => this.borrowed.delete(borrowed));
    this.borrowed.add(borrowed);
    return Promise.resolve(borrowed);
  }

  async end(): Promise<void> {
    const listener = await this.listener?.catch(() => undefined);
    this.listener = undefined;
    await listener?.client.end().catch(() => undefined);
    await this.pool.end();
  }

  /** Sessions are named once and for all; which queue listens is not to be seen by the name. */
  private async answer(text: string, values: unknown[] | undefined): Promise<Pick<pg.QueryResult, 'rows' | 'rowCount'>> {
    const listen = LISTEN.exec(text)?.[0];
    if (listen === undefined) return NAMES_SESSION.test(text) ? NO_ROWS : this.pool.query(text, values);
    const listener = await (this.listener ??= this.openListener());
    await listener.hear(listen);
    return NO_ROWS;
  }

  private openListener(): Promise<Listener> {
    const client = new pg.Client({ ...this.config, keepAlive: true, keepAliveInitialDelayMillis: 10_000, application_name: `${this.config.application_name}-listener` });
    const opened = client.connect().then(() => new Listener(client));
    const forget = (error: Error): void => {
      if (this.listener !== opened) return;
      this.listener = undefined;
      void client.end().catch(() => undefined);
      for (const each of [...this.borrowed]) each.lose(error);
    };
    client.on('notification', (message) => this.borrowed.forEach((each) => each.emit('notification', message)));
    client.on('error', forget);
    opened.catch(forget);
    return opened;
  }
}

/** The session that listens for all. */
class Listener {
  private readonly heard = new Map<string, Promise<unknown>>();

  constructor(readonly client: pg.Client) {}

  hear(listen: string): Promise<unknown> {
    let hearing = this.heard.get(listen);
    if (!hearing) {
      hearing = this.client.query(listen);
      this.heard.set(listen, hearing);
      hearing.catch(() => this.heard.delete(listen));
    }
    return hearing;
  }
}

/** What stands for a client of the pool: no session of its own. */
class Borrowed extends EventEmitter {
  constructor(
    readonly query: (text: string, values?: unknown[]) => Promise<Pick<pg.QueryResult, 'rows' | 'rowCount'>>,
    readonly release: () => void,
  ) {
    super();
  }

  /** The shared session is gone: whoever listened borrows anew. */
  lose(error: Error): void {
    if (this.listenerCount('error') > 0) this.emit('error', error);
  }
}
