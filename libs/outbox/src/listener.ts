import pg from 'pg';
import { MOVED_CHANNEL, type Movement } from './announcer';

const RECONNECT_MS = 1_000;

/** Hears the announcements of all processes. It reconnects by itself, and says so: watchers then look again at everything. */
export class MovementListener {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly onMoved: (movements: Movement[]) => void,
    private readonly onReconnected: () => void,
  ) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'anuyat-listener', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.reconnect());
    client.on('notification', ({ payload }) => this.onMoved(JSON.parse(payload ?? '[]') as Movement[]));
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${MOVED_CHANNEL}`);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private reconnect(): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.start().then(this.onReconnected, () => this.reconnect());
    }, RECONNECT_MS);
  }
}
