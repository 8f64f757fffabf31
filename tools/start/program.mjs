import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { pinnedNode } from '../lib/node-runtime.mjs';
import { inRoot } from '../lib/paths.mjs';
import { lastLines, Refusal, say } from '../lib/say.mjs';
import { nodeFlags } from './node-flags.mjs';

const leash = pathToFileURL(inRoot('tools', 'start', 'leash.mjs')).href;

/** One server program that runs as long as we do. */
export class Program {
  #child;
  #isStopping = false;
  #isKeptAlive = false;
  #ends = [];

  /** @param {{ name: string, script: string, env: Record<string, string>, logFile: string, onGivenUp: (why: Refusal) => void }} what */
  constructor(what) {
    this.what = what;
  }

  start() {
    const { script, env, logFile } = this.what;
    const log = openLog(logFile);
    this.#child = spawn(pinnedNode(), [...nodeFlags, '--import', leash, inRoot(script)], { cwd: inRoot(), detached: true, stdio: ['ignore', log, log], env });
    closeSync(log);
    this.#child.once('error', (error) => this.what.onGivenUp(new Refusal(`The ${this.what.name} could not be started: ${error.message}`)));
    this.#child.once('exit', () => this.#ended());
  }

  /** From now on an end is mended by a new start; before, it means that the program cannot start at all. */
  keepAlive() {
    this.#isKeptAlive = true;
  }

  /** Asks the program to end and waits for it; a program that will not is ended after ten seconds. */
  async stop() {
    this.#isStopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exit;
    clearTimeout(timer);
  }

  async #ended() {
    if (this.#isStopping) return;
    const { name, logFile, onGivenUp } = this.what;
    this.#ends = [...this.#ends.filter((time) => Date.now() - time < 60_000), Date.now()];
    if (this.#ends.length > 3 || !this.#isKeptAlive) {
      onGivenUp(new Refusal(`The ${name} ended by itself. Its last words (${logFile}):\n${lastLines(readFileSync(logFile, 'utf8'))}`));
      return;
    }
    say(`  ! the ${name} ended by itself and is started again; see ${logFile}`);
    await wait(1_000);
    if (!this.#isStopping) this.start();
  }
}

/** Runs a program to its end; throws its last words when it fails. */
export async function runOnce({ name, script, args = [], env, logFile }) {
  const log = openLog(logFile, 'w');
  const child = spawn(pinnedNode(), [...nodeFlags, '--import', leash, inRoot(script), ...args], { cwd: inRoot(), stdio: ['ignore', log, log], env });
  process.once('exit', () => child.kill());
  closeSync(log);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  if (code !== 0) throw new Refusal(`${name} did not succeed. Its last words (${logFile}):\n${lastLines(readFileSync(logFile, 'utf8'))}`);
}

function openLog(file, mode) {
  const isLong = existsSync(file) && statSync(file).size > 5_000_000;
  return openSync(file, mode ?? (isLong ? 'w' : 'a'), 0o600);
}
