import { lookup as lookUp } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { mayBeInside, NotCalled, pinned, refuseUnlessAllowed } from './pinned';

export interface ConnectOptions {
  host: string;
  port: number;
  /** Milliseconds until the connection has to be there. */
  patienceMs: number;
  /** Names of hosts that may be in the own network (`INTERNAL_HOSTS`). */
  internalHosts?: readonly string[];
  lookup?: LookupFunction;
}

/**
 * A connection to one system that the configuration names and that speaks no HTTP, by the same rules as `openOutbound`: one in the own network only
 * where the configuration says so, link-local never, and the address that was looked at is the one that is connected to.
 * @throws NotCalled, or why nobody answers.
 */
export async function connectOutbound({ host, port, patienceMs, internalHosts = [], lookup = lookUp as LookupFunction }: ConnectOptions): Promise<Socket> {
  const bare = host.replace(/^\[|\]$/g, '');
  const isNamed = mayBeInside(bare, internalHosts);
  if (isIP(bare) > 0) refuseUnlessAllowed(bare, isNamed, bare);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: bare, port, lookup: pinned(lookup, isNamed) });
    const patience = setTimeout(() => socket.destroy(new NotCalled(`${bare} did not take the connection in ${patienceMs} ms.`)), patienceMs);
    socket.once('error', reject);
    socket.once('close', () => clearTimeout(patience));
    socket.once('connect', () => {
      clearTimeout(patience);
      socket.off('error', reject);
      resolve(socket);
    });
  });
}
