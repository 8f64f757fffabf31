import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the range that outgoing connections take their ports from, so that none of them takes one between the look and its use, or while its server is down. */
const LOWEST = 12_000;
const HIGHEST = 32_000;

const given = new Set<number>();

/**
 * A port of this machine's own address that nobody listens on now, never the same twice.
 * @param share one of a number of processes that look at the same time, each of which is given ports that no other one gets.
 */
export async function freePort({ share = 0, of = 1 } = {}): Promise<number> {
  for (;;) {
    const port = LOWEST + share + of * randomInt(Math.floor((HIGHEST - LOWEST) / of));
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
