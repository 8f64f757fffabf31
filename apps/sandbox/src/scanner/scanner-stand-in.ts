import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The harmless file that every scanner reports (EICAR), split so that no scanner reports this one. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const MOST_BYTES = 104_857_600;

export interface ScannerStandIn {
  /** For `CLAMD_URL`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Speaks clamd's protocol (zPING, zVERSION, zINSTREAM) and knows one thing only: the EICAR test file. It shows that the way to a scanner
 * works; it protects from nothing, and its name says so.
 */
export async function startScannerStandIn(port = 0, host = '127.0.0.1'): Promise<ScannerStandIn> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    void answer(socket).catch(() => socket.destroy());
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `tcp://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(socket: Socket): Promise<void> {
  const reader = readerOf(socket);
  const command = await reader.until(0);
  if (command === 'zPING') return void socket.end('PONG\0');
  if (command === 'zVERSION') return void socket.end('Sandbox scanner, finds the EICAR test file only\0');
  if (command !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
  let kept = '';
  let isFound = false;
  for (let total = 0; ; ) {
    const length = (await reader.take(4)).readUInt32BE();
    if (length === 0) return void socket.end(isFound ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
    total += length;
    if (total > MOST_BYTES) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
    kept = kept.slice(-EICAR.length) + (await reader.take(length)).toString('latin1');
    isFound ||= kept.includes(EICAR);
  }
}

/** Reads a socket by lengths. */
function readerOf(socket: Socket) {
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let held = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await chunks.next();
    if (done) throw new Error('The other end hung up.');
    held = Buffer.concat([held, value]);
  };
  const take = async (length: number): Promise<Buffer> => {
    while (held.length < length) await more();
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  const until = async (end: number): Promise<string> => {
    while (!held.includes(end)) await more();
    const text = (await take(held.indexOf(end))).toString('latin1');
    await take(1);
    return text;
  };
  return { take, until };
}
