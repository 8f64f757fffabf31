import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** What a program is told while it runs; programs/inside.ts takes it. */
export interface Order {
  /** How far its clock is off, in milliseconds. */
  clockMs?: number;
  /** Whether the disk of the documents is full for it. */
  isDiskFull?: boolean;
}

export interface ProgramOptions {
  name: string;
  file: string;
  flags: readonly string[];
  env: Record<string, string>;
  log: string;
}

/** Between an end and the next start, as a supervisor would wait. */
const PAUSE_MS = 250;
/** Jobs are finished and everybody is answered by then. */
const LONGEST_END_MS = 30_000;
const LONGEST_START_MS = 120_000;

/** One of the product's programs in a process of its own. It is started again whenever it ends, until it is told to stop. */
export class Program {
  private child: ChildProcess | undefined;
  private isWanted = false;
  private orders: Order = {};
  private isReady = false;
  private isKilled = false;
  private onReady: () => void = () => undefined;
  /** How often it was started. */
  starts = 0;

  constructor(private readonly options: ProgramOptions) {}

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Resolves when it says that it works. @throws with its last words when it ends before. */
  async start(): Promise<void> {
    this.isWanted = true;
    const child = this.launch();
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`The ${this.options.name} did not start:\n${this.lastWords()}`)));
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
  }

  /** As {@link start}, among other faults: it may end before, and is started again by itself. @throws when it does not work within two minutes. */
  async startAmongFaults(): Promise<void> {
    this.isWanted = true;
    const ready = new Promise<boolean>((resolve) => (this.onReady = () => resolve(true)));
    this.launch();
    const limit = new AbortController();
    const late = wait(LONGEST_START_MS, false, { signal: limit.signal });
    if (!(await Promise.race([ready, late]))) throw new Error(`The ${this.options.name} did not start:\n${this.lastWords()}`);
    limit.abort();
    late.catch(() => undefined);
  }

  /** SIGKILL: nothing is finished. It comes again by itself. */
  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.isKilled = true;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  /** It stands still for so long and knows nothing of it. */
  async freeze(milliseconds: number): Promise<void> {
    const child = this.child;
    if (!child?.kill('SIGSTOP')) return;
    await wait(milliseconds);
    child.kill('SIGCONT');
  }

  /** Holds also for the process after the next start. */
  order(order: Order): void {
    this.orders = { ...this.orders, ...order };
    if (this.child?.connected) this.child.send(this.orders, () => undefined);
  }

  /**
   * SIGTERM, for good. @throws where it does not end by itself, or ends as if something were wrong; one that another fault kills meanwhile, or
   * that has not begun to work, may end as it likes.
   */
  async end(): Promise<void> {
    this.isWanted = false;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const hasBegun = this.isReady;
    this.isKilled = false;
    const exit = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_END_MS);
    const [code, signal] = (await exit) as [number | null, string | null];
    clearTimeout(timer);
    if (code !== 0 && hasBegun && !this.isKilled) throw new Error(`The ${this.options.name} ended with ${code ?? signal ?? 'nothing'} when it was told to end.`);
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGCONT');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exit;
    clearTimeout(timer);
  }

  lastWords(): string {
    return readFileSync(this.options.log, 'utf8').trim().split('\n').slice(-12).join('\n');
  }

  private launch(): ChildProcess {
    const { file, flags, env, log } = this.options;
    const out = openSync(log, 'a');
    const child = spawn(process.execPath, [...flags, file], { env, stdio: ['ignore', out, out, 'ipc'] });
    closeSync(out);
    this.child = child;
    this.isReady = false;
    this.starts += 1;
    child.once('message', () => {
      if (this.child !== child) return;
      this.isReady = true;
      this.onReady();
    });
    child.on('error', () => undefined);
    child.once('exit', () => void this.startAgain());
    if (Object.keys(this.orders).length > 0) child.send(this.orders, () => undefined);
    return child;
  }

  private async startAgain(): Promise<void> {
    if (this.isWanted) await wait(PAUSE_MS);
    if (this.isWanted) this.launch();
  }
}
