import type { Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Drain } from '@anuyat/http';

/**
 * Ends the api on SIGTERM and SIGINT: first everything that reached it is answered, then the database is let go. Call before it listens.
 * @param lingerMs for how long it still takes what comes, because whoever stands before it leads people elsewhere a moment later.
 */
export function closeOnSignals(app: NestFastifyApplication, lingerMs: number): void {
  const drain = new Drain(app.getHttpServer() as Server);
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    drain.drain(lingerMs).then(() => app.close()).then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
