import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Requests whose answer is lost on the way back: those that hold one of these words, so many of them. */
interface LostReplies {
  words: readonly string[];
  left: number;
}

/** What holds one connection together. */
interface Joined {
  near: Socket;
  far: Socket;
  /** What was asked will be done, and its answer will not come. */
  isDoomed: boolean;
}

/** A line of TCP between two programs, to which happens what happens to networks: it is slow, silent, cut, or loses an answer. */
export class Line {
  private readonly joined = new Set<Joined>();
  private lost: LostReplies = { words: [], left: 0 };
  private delayMs = 0;
  private isCut = false;
  private silence: Promise<void> | undefined;
  /** Answers that were lost so far. */
  repliesLost = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: () => number,
    readonly port: number,
  ) {}

  /** A line from a free port of this machine to whatever listens at `target` when somebody connects. */
  static async open(target: () => number, port = 0): Promise<Line> {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const line = new Line(server, target, (server.address() as AddressInfo).port);
    server.on('connection', (near) => line.join(near));
    return line;
  }

  /** Breaks every connection at once; new ones are taken. @returns how many broke. */
  drop(): number {
    const dropped = this.joined.size;
    for (const each of this.joined) hangUp(each);
    return dropped;
  }

  /** Nobody gets through, from now on or no longer. */
  cut(isCut: boolean): void {
    this.isCut = isCut;
    if (isCut) this.drop();
  }

  /** Every piece comes so much later. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** Nothing comes through and nobody is told, until the promise ends; what was held back comes then. */
  hush(until: Promise<void>): void {
    const silence = until.finally(() => {
      if (this.silence === silence) this.silence = undefined;
    });
    this.silence = silence;
  }

  /** The next requests that hold one of the words are done, and their answers lost. */
  loseReplies(words: readonly string[], count: number): void {
    this.lost = { words, left: count };
  }

  async close(): Promise<void> {
    this.cut(true);
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.resetAndDestroy();
      return;
    }
    const joined: Joined = { near, far: connect(this.target(), '127.0.0.1'), isDoomed: false };
    this.joined.add(joined);
    for (const socket of [near, joined.far]) {
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.joined.delete(joined);
        hangUp(joined);
      });
    }
    void this.carry(near, joined.far, (piece) => this.doom(joined, piece)).catch(() => hangUp(joined));
    void this.carry(joined.far, near, () => this.isLost(joined)).catch(() => hangUp(joined));
  }

  /** Piece by piece, in their order. `stop` sees each piece first and may keep it. */
  private async carry(from: Socket, to: Socket, stop: (piece: Buffer) => boolean): Promise<void> {
    for await (const piece of from as AsyncIterable<Buffer>) {
      if (this.silence) await this.silence;
      if (this.delayMs > 0) await wait(this.delayMs);
      if (stop(piece) || to.destroyed) return;
      if (!to.write(piece)) await Promise.race([once(to, 'drain'), once(to, 'close')]);
    }
    to.end();
  }

  private doom(joined: Joined, piece: Buffer): boolean {
    if (this.lost.left > 0 && this.lost.words.some((word) => piece.includes(word))) {
      this.lost.left -= 1;
      joined.isDoomed = true;
    }
    return false;
  }

  private isLost(joined: Joined): boolean {
    if (!joined.isDoomed) return false;
    this.repliesLost += 1;
    hangUp(joined);
    return true;
  }
}

function hangUp({ near, far }: Joined): void {
  for (const socket of [near, far]) if (!socket.destroyed) socket.resetAndDestroy();
}
