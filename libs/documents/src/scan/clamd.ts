// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- clamd speaks no HTTP; its address is the configuration's own
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ScannerAway, type Scanner, type Verdict } from './scanner';

const LONGEST_ANSWER = 4_096;

/** Where clamd listens: `tcp://127.0.0.1:3310`, or `unix:/run/clamav/clamd.ctl`. */
export type ClamdUrl = string;

/** ClamAV's daemon, spoken to by its INSTREAM command: the content goes over in pieces and is on no disk in between. */
export class Clamd implements Scanner {
  /** @param patienceMs without a sign of life from the daemon it counts as away. */
  constructor(
    private readonly url: ClamdUrl,
    private readonly patienceMs = 60_000,
  ) {}

  async scan(content: Readable): Promise<Verdict> {
    const answer = await this.ask(async function* () {
      yield Buffer.from('zINSTREAM\0');
      for await (const chunk of content as AsyncIterable<Buffer>) {
        if (chunk.length > 0) yield Buffer.concat([lengthOf(chunk.length), chunk]);
      }
      yield lengthOf(0);
    });
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
    if (found) return { is: 'infected', found };
    if (answer === 'stream: OK') return { is: 'clean' };
    throw new ScannerAway(`clamd answered “${answer.slice(0, 200)}”.`);
  }

  async version(): Promise<string> {
    return this.ask(async function* () {
      yield Buffer.from('zVERSION\0');
    });
  }

  private async ask(say: () => AsyncIterable<Buffer>): Promise<string> {
    const socket = this.dial();
    const answered = hear(socket);
    const sent = pipeline(Readable.from(say()), socket, { end: false });
    try {
      await Promise.race([sent, answered]);
      return await answered;
    } catch (error) {
      throw error instanceof ScannerAway ? error : new ScannerAway(`clamd could not be asked: ${(error as Error).message}`, { cause: error });
    } finally {
      socket.destroy();
      await sent.catch(() => undefined);
    }
  }

  private dial(): Socket {
    const url = new URL(this.url);
    const socket = url.protocol === 'unix:' ? connect(url.pathname) : connect(Number(url.port || 3310), url.hostname.replace(/^\[|\]$/g, ''));
    return socket.setTimeout(this.patienceMs, () => socket.destroy(new ScannerAway('clamd took too long.')));
  }
}

/** What the daemon says, up to its closing zero. */
function hear(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString('latin1');
      const end = heard.indexOf('\0');
      if (end >= 0) resolve(heard.slice(0, end).trim());
      else if (heard.length > LONGEST_ANSWER) reject(new ScannerAway('clamd said more than an answer.'));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new ScannerAway('clamd hung up.')));
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
