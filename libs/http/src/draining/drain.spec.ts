import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Drain } from './drain';

let server: Server;
let drain: Drain;
let url: string;
/** Requests that nobody has answered yet, by their path. */
const waiting = new Map<string, ServerResponse>();

beforeEach(async () => {
  waiting.clear();
  server = createServer((request, response) => {
    if (request.url === '/stream') response.setHeader('content-type', 'text/event-stream').write(': here\n\n');
    else waiting.set(request.url ?? '', response);
    server.emit('came');
  });
  drain = new Drain(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('a server that ends', () => {
  it('answers who was waiting, says that the connection closes, and is over when the last one is answered', async () => {
    const asked = fetch(`${url}/slow`);
    await once(server, 'came');
    let isOver = false;
    const over = drain.drain(0).then(() => (isOver = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isOver).toBe(false);
    waiting.get('/slow')?.end('answered');
    const reply = await asked;
    expect([reply.status, reply.headers.get('connection'), await reply.text()]).toEqual([200, 'close', 'answered']);
    await over;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('ends streams whole, so that their readers open them elsewhere', async () => {
    const stream = await fetch(`${url}/stream`);
    const over = drain.drain(0);
    expect(await stream.text()).toBe(': here\n\n');
    await over;
  });

  it('still takes what comes while it lingers', async () => {
    const over = drain.drain(300);
    const asked = fetch(`${url}/late`);
    await once(server, 'came');
    waiting.get('/late')?.end('taken');
    expect([(await asked).headers.get('connection'), await (await asked).text()]).toEqual(['close', 'taken']);
    await over;
  });
});
