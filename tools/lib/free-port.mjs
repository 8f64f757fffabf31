import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Below the range that outgoing connections take their ports from, so that none of them takes one between the look and its use. */
const [LOWEST, HIGHEST] = [10_000, 32_000];

/** A port of this machine's own address that nobody listens on now, and whose next one is free as well; both stay ours as long as this process lives. */
export async function freePort() {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if ((await isOurs(port)) && (await isOurs(port + 1))) return port;
  }
}

/** The datagram port of the same number is the sign, as `libs/database` has it. */
async function isOurs(port) {
  return (await isKept(port)) && (await isFree(port));
}

function isKept(port) {
  return new Promise((resolve) => {
    const sign = createSocket('udp4');
    sign.once('error', () => (sign.close(), resolve(false)));
    sign.bind({ port, address: '127.0.0.1', exclusive: true }, () => (sign.unref(), resolve(true)));
  });
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
