import { createServer } from 'node:net';

/** Below the range that outgoing connections take their ports from, so that none of them takes one between the look and its use. */
const [LOWEST, HIGHEST] = [12_000, 32_000];

/** A port of this machine's own address that nobody listens on now, and whose next one is free as well. */
export async function freePort() {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
