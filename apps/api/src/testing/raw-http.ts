import { once } from 'node:events';
import { connect } from 'node:net';

/** One answer on a connection, as its bytes have it. */
export interface RawAnswer {
  status: number;
  head: string;
  body: string;
}

/**
 * Sends bytes as they are, whether they are HTTP or not, and gives back every answer that came on the connection until the server ended it.
 * @param port of the server on this machine.
 */
export async function sendBytes(port: number, bytes: string | Buffer): Promise<RawAnswer[]> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
  socket.write(bytes);
  await once(socket, 'close');
  return said.split(/(?=HTTP\/1\.1 \d{3} )/).filter(Boolean).map((answer) => {
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    return { status: Number(head.slice(9, 12)), head: head.toLowerCase(), body };
  });
}
