import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Line } from './line';

describe('a line', () => {
  let server: Server;
  let line: Line;
  const heard: string[] = [];
  const port = (): number => (server.address() as AddressInfo).port;
  const say = (words: string): Promise<string> =>
    fetch(`http://127.0.0.1:${line.port}`, { method: 'POST', body: words, headers: { connection: 'close' } }).then((reply) => reply.text(), () => 'no answer');

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const words = data.toString().split('\r\n\r\n')[1] ?? '';
        if (words !== '') heard.push(words);
        if (words !== '') socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${words.length}\r\nconnection: close\r\n\r\n${words}`);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    line = await Line.open(port);
  });

  afterAll(async () => {
    await line.close();
    server.close();
  });

  it('brings what is said, and the answer', async () => {
    expect(await say('hello')).toBe('hello');
  });

  it('loses the answer to what was done, so often as it is told to', async () => {
    line.loseReplies(['COMMIT'], 1);
    expect(await say('COMMIT once')).toBe('no answer');
    expect(heard).toContain('COMMIT once');
    expect(await say('COMMIT again')).toBe('COMMIT again');
    expect(line.repliesLost).toBe(1);
  });

  it('lets nobody through while it is cut', async () => {
    line.cut(true);
    expect(await say('cut')).toBe('no answer');
    expect(heard).not.toContain('cut');
    line.cut(false);
    expect(await say('mended')).toBe('mended');
  });

  it('holds back what is said in a silence, and brings it then', async () => {
    let speak: () => void = () => undefined;
    line.hush(new Promise((resolve) => (speak = resolve)));
    const answer = say('late');
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard).not.toContain('late');
    speak();
    expect(await answer).toBe('late');
  });
});
