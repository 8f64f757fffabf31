import { freePort as anyFreePort } from '../embedded/free-port';

const WORKERS = 8;

/** A port that nobody listens on now and that no other test process of this run is given, so that a server may take its time to use it. */
export function freePort(): Promise<number> {
  return anyFreePort({ share: Number(process.env['JEST_WORKER_ID'] ?? 0) % WORKERS, of: WORKERS });
}
