import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 20;
/** Whoever is not answered by then is cut off. */
const LONGEST_MS = 20_000;

/**
 * Lets a server end without anybody noticing: every request that reached it is answered as ever, each answer says that the connection closes, and streams end,
 * so that their readers come again elsewhere.
 */
export class Drain {
  private readonly underWay = new Set<ServerResponse>();
  private isDraining = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (_: IncomingMessage, response: ServerResponse) => {
      this.underWay.add(response);
      response.once('close', () => this.underWay.delete(response));
      if (this.isDraining) lastOf(response);
    });
  }

  /**
   * @param lingerMs for how long it still takes what comes: until the line before it leads elsewhere, and browsers have let go of their connections.
   * @returns when everything that came is answered, or twenty seconds after the lingering.
   */
  async drain(lingerMs: number): Promise<void> {
    this.isDraining = true;
    for (const response of this.underWay) lastOf(response);
    const closesAt = Date.now() + lingerMs;
    while (Date.now() < closesAt) {
      this.endStreams();
      await wait(Math.min(LOOK_MS, lingerMs));
    }
    this.server.close(() => undefined);
    for (const end = Date.now() + LONGEST_MS; this.underWay.size > 0 && Date.now() < end; await wait(LOOK_MS)) this.endStreams();
  }

  private endStreams(): void {
    for (const response of this.underWay) if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
  }
}

function lastOf(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
