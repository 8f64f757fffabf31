import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { NotCalled, openOutbound } from './index';
import { placeOf } from './ranges';

/** A resolver that says what it is told, one answer a call. */
function resolver(...answers: string[][]): LookupFunction & { asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (name, options, callback) => {
    const found = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(name);
    const all = found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    queueMicrotask(() => (options.all ? callback(null, all as never) : callback(null, all[0]?.address ?? '', all[0]?.family)));
  };
  return Object.assign(lookup, { asked });
}

let server: Server;
let port: number;
let answer: RequestListener;
let reached = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    reached += 1;
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  reached = 0;
  answer = (_, response) => response.end('here');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const options = { patienceMs: 2_000 };
const reason = async (call: Promise<unknown>): Promise<unknown> => {
  const error = await call.then(() => undefined, (thrown: Error) => thrown);
  return error instanceof NotCalled ? error : error?.cause;
};

describe('a call to the outside', () => {
  it('reaches the system that the configuration names, be it in the own network', async () => {
    const call = openOutbound(`http://127.0.0.1:${port}/base`, options);
    expect(await (await call(`http://127.0.0.1:${port}/x`)).text()).toBe('here');
    const named = openOutbound(`http://bank.internal:${port}`, { ...options, internalHosts: ['bank.internal'], lookup: resolver(['127.0.0.1']) });
    expect(await (await named(`http://bank.internal:${port}/x`)).text()).toBe('here');
  });

  it.each(['http://evil.example/', 'https://127.0.0.1:1/', 'http://user:pw@bank.example/', 'http://bank.example:8080/', 'https://bank.example/', 'http://169.254.169.254/latest', 'file:///etc/passwd', 'http://bank.example.evil.example/'])('is not made to %s when the configuration names http://bank.example', async (url) => {
    const lookup = resolver(['127.0.0.1']);
    await expect(openOutbound('http://bank.example', { ...options, lookup })(url)).rejects.toThrow(NotCalled);
    expect(lookup.asked).toEqual([]);
  });

  it.each([['127.0.0.1'], ['::ffff:127.0.0.1'], ['::ffff:7f00:1'], ['::1'], ['10.0.0.5'], ['172.31.0.1'], ['192.168.1.1'], ['100.64.0.1'], ['169.254.169.254'], ['::ffff:169.254.169.254'], ['fe80::1'], ['fd12::1'], ['0.0.0.0'], ['::'], ['64:ff9b::7f00:1'], ['2002:7f00:1::'], ['224.0.0.1']])('is not made where the name leads to %s', async (address) => {
    const call = openOutbound(`http://bank.example:${port}`, { ...options, lookup: resolver([address]) });
    expect(await reason(call(`http://bank.example:${port}/`))).toBeInstanceOf(NotCalled);
    expect(reached).toBe(0);
  });

  it('is not made where one of several addresses is inside, nor to a link-local one that the configuration itself names', async () => {
    const call = openOutbound(`http://bank.example:${port}`, { ...options, lookup: resolver(['8.8.8.8', '127.0.0.1']) });
    expect(await reason(call(`http://bank.example:${port}/`))).toBeInstanceOf(NotCalled);
    for (const base of ['http://169.254.169.254/', 'http://[fe80::1]/', 'http://0/', 'ftp://bank.example/']) expect(() => openOutbound(base, options)).toThrow(NotCalled);
  });

  it('connects to the address that was looked at: a name that answers otherwise the second time gains nothing', async () => {
    const lookup = resolver(['127.0.0.1'], ['169.254.169.254']);
    const call = openOutbound(`http://bank.internal:${port}`, { ...options, internalHosts: ['bank.internal'], lookup });
    answer = (_, response) => response.setHeader('connection', 'close').end('here');
    expect(await (await call(`http://bank.internal:${port}/`)).text()).toBe('here');
    expect(lookup.asked).toHaveLength(1);
    expect(await reason(call(`http://bank.internal:${port}/`))).toBeInstanceOf(NotCalled);
  });

  it('follows no redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    const call = openOutbound(`http://127.0.0.1:${port}`, options);
    await expect(call(`http://127.0.0.1:${port}/`, { redirect: 'follow' })).rejects.toThrow();
    expect((await call(`http://127.0.0.1:${port}/`, { redirect: 'manual' })).status).toBe(302);
    expect(reached).toBe(2);
  });

  it('breaks off an answer without end, and one that drips', async () => {
    answer = (_, response) => response.end(Buffer.alloc(50_000, 'x'));
    const short = openOutbound(`http://127.0.0.1:${port}`, { ...options, mostBytes: 10_000 });
    await expect(short(`http://127.0.0.1:${port}/`).then((reply) => reply.text())).rejects.toThrow();
    const drips = new Set<NodeJS.Timeout>();
    answer = (_, response) => {
      response.writeHead(200);
      drips.add(setInterval(() => response.write('.'), 20));
    };
    const hasty = openOutbound(`http://127.0.0.1:${port}`, { patienceMs: 200 });
    await expect(hasty(`http://127.0.0.1:${port}/`).then((reply) => reply.text())).rejects.toThrow(/aborted|timeout/i);
    for (const drip of drips) clearInterval(drip);
  });
});

describe('the place of an address', () => {
  it.each([['8.8.8.8', 'outside'], ['2404:6800::1', 'outside'], ['10.255.0.1', 'inside'], ['::1', 'inside'], ['fe80::1%eth0', 'nowhere'], ['not an address', 'nowhere'], ['', 'nowhere']] as const)('%s is %s', (address, place) => expect(placeOf(address)).toBe(place));
});
