import { createServer } from 'node:net';
import { freeFrom, requireAnswer, requireFree } from './ports.mjs';

describe('a port', () => {
  let server;
  let port;
  beforeEach(async () => {
    server = createServer();
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = server.address().port;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('that is taken is refused by a sentence that names another', async () => {
    await expect(requireFree(port, 'PORT')).rejects.toThrow(`Port ${port} is taken by another program. End that program, or choose another port: PORT=${port + 100} npm start`);
  });

  it('that is just being given up is waited for', async () => {
    const freed = requireFree(port, 'PORT', 5_000);
    await new Promise((resolve) => server.close(resolve));
    await expect(freed).resolves.toBeUndefined();
  });

  it('that is taken is passed over when any will do', async () => {
    expect(await freeFrom(port)).toBeGreaterThan(port);
  });

  it('where nothing answers is named with the setting that points there', async () => {
    await expect(requireAnswer('REDIS_URL', `redis://127.0.0.1:${port}`)).resolves.toBeUndefined();
    await new Promise((resolve) => server.close(resolve));
    await expect(requireAnswer('REDIS_URL', `redis://127.0.0.1:${port}`)).rejects.toThrow(`Nothing answers at 127.0.0.1:${port}, where REDIS_URL points`);
  });
});
