import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { besideOutgoing, freePort } from './free-port';

describe('a free port', () => {
  it('is kept for who was given it, before its server listens and while it is down, from whoever looks in another process', async () => {
    const port = await freePort();
    const look = `const s = require('dgram').createSocket('udp4'); s.once('error', (e) => { console.log(e.code); s.close(); }); s.bind({ port: ${port}, address: '127.0.0.1', exclusive: true }, () => { console.log('mine'); s.close(); });`;
    expect(spawnSync(process.execPath, ['-e', look], { env: { PATH: process.env['PATH'] } }).stdout.toString().trim()).toBe('EADDRINUSE');
  });

  it('can be listened on by who was given it', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(server.address()).toMatchObject({ port });
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['below it, as Linux sets it', [32_768, 60_999], [10_000, 32_000]],
    ['below it, where it begins early', [16_000, 65_535], [10_000, 16_000]],
    ['above it, where it ends early', [1_024, 20_000], [20_001, 32_000]],
    ['within it, where nothing else is left', [1_024, 65_535], [10_000, 32_000]],
  ] as const)('is chosen beside the range of outgoing connections: %s', (_, outgoing, chosen) => {
    expect(besideOutgoing(outgoing)).toEqual(chosen);
  });
});
