// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- nothing is ever sent: a bound port is the sign that it is taken
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const LOWEST = 10_000;
const HIGHEST = 32_000;

/**
 * A port of this machine's own address that nobody listens on now and that this process keeps for itself as long as it lives: others who look by this
 * function are told another one, also before its server listens and while it is down. It lies outside the range that outgoing connections take theirs from,
 * where that leaves room.
 */
export async function freePort(): Promise<number> {
  const [lowest, highest] = besideOutgoing(readOutgoing());
  for (;;) {
    const port = randomInt(lowest, highest);
    if ((await isKept(port)) && (await isFree(port))) return port;
  }
}

/** The ports to choose from, the last one not among them, when outgoing connections take theirs from `outgoing`. */
export function besideOutgoing(outgoing: readonly [number, number]): [number, number] {
  const [first, last] = outgoing;
  if (first >= LOWEST + 2_000) return [LOWEST, Math.min(first, HIGHEST)];
  return last <= HIGHEST - 2_000 ? [Math.max(last + 1, LOWEST), HIGHEST] : [LOWEST, HIGHEST];
}

/** Linux tells; others take theirs from 49,152 on (RFC 6335, section 6). */
function readOutgoing(): [number, number] {
  try {
    const [first = 0, last = 0] = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/).map(Number);
    return [first, last];
  } catch {
    return [49_152, 65_535];
  }
}

/** The datagram port of the same number is the sign that it is taken: the system holds it for one process and gives it up when that ends, however it ends. */
function isKept(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const sign = createSocket({ type: 'udp4', reuseAddr: false });
    sign.once('error', () => (sign.close(), resolve(false)));
    sign.bind({ port, address: '127.0.0.1', exclusive: true }, () => (sign.unref(), resolve(true)));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
