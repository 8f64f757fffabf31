import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inRoot } from '../lib/paths.mjs';
import { Program, runOnce } from './program.mjs';

describe('a program that npm start runs', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'anuyat-unit-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A script, as a path from the repository. */
  const script = (name, code) => {
    writeFileSync(join(folder, name), code);
    return relative(inRoot(), join(folder, name));
  };
  const environment = () => ({ ...process.env, NODE_OPTIONS: '' });
  const said = (file) => readFileSync(join(folder, file), 'utf8');
  const until = async (holds) => {
    while (!holds()) await wait(20);
  };
  const isThere = (file) => {
    try {
      return said(file) !== '';
    } catch {
      return false;
    }
  };

  it('that cannot start is told with its last words', async () => {
    const why = await new Promise((onGivenUp) => {
      new Program({ name: 'api', script: script('api.mjs', "throw new Error('no such table: cases')"), env: environment(), logFile: join(folder, 'api.log'), onGivenUp }).start();
    });
    expect(why.message).toContain('The api ended by itself');
    expect(why.message).toContain('no such table: cases');
  });

  it('that dies later is started again', async () => {
    const once = script('api.mjs', `import { appendFileSync } from 'node:fs'; appendFileSync(${JSON.stringify(join(folder, 'lives'))}, process.pid + '\\n'); setInterval(() => {}, 1000);`);
    const program = new Program({ name: 'api', script: once, env: environment(), logFile: join(folder, 'api.log'), onGivenUp: () => undefined });
    program.start();
    program.keepAlive();
    await until(() => isThere('lives'));
    process.kill(Number(said('lives')), 'SIGKILL');
    await until(() => said('lives').trim().split('\n').length === 2);
    await program.stop();
    const last = Number(said('lives').trim().split('\n').at(-1));
    expect(() => process.kill(last, 0)).toThrow('ESRCH');
  });

  it('goes when the start is killed without warning', async () => {
    const child = script('child.mjs', `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid)); setInterval(() => {}, 1000);`);
    const starter = `import { Program } from ${JSON.stringify(inRoot('tools', 'start', 'program.mjs'))}; new Program({ name: 'child', script: ${JSON.stringify(child)}, env: process.env, logFile: ${JSON.stringify(join(folder, 'child.log'))}, onGivenUp() {} }).start();`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', starter], { stdio: 'ignore', env: environment() });
    await until(() => isThere('pid'));
    parent.kill('SIGKILL');
    const pid = Number(said('pid'));
    await until(() => {
      try {
        return !process.kill(pid, 0);
      } catch {
        return true;
      }
    });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('that runs once is told with its last words when it fails', async () => {
    const failing = script('migrate.mjs', "console.error('permission denied for schema public'); process.exit(1)");
    await expect(runOnce({ name: 'The migration', script: failing, env: environment(), logFile: join(folder, 'migrate.log') })).rejects.toThrow('permission denied for schema public');
  });
});
