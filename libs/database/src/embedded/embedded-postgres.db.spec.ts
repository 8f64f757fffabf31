import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres, removeEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const started: EmbeddedPostgres[] = [];
  const start = async (isThrowaway = true) => {
    const server = await startEmbeddedPostgres({ dataDir, isThrowaway });
    started.push(server);
    return server;
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'anuyat-test-'));
    await chmod(dataDir, 0o755);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
    await removeEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  it('keeps its data and its passwords from one start to the next', async () => {
    const first = await start();
    expect(first.isNew).toBe(true);
    await run(first.ownerUrl, 'create table kept as select 42 as answer');
    await first.stop();
    const second = await start();
    expect(second.isNew).toBe(false);
    expect(await run(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect((await stat(join(dataDir, 'postgres-passwords.json'))).mode & 0o077).toBe(0);
  });

  it('takes over from a server that was killed, with its data whole', async () => {
    const first = await start(false);
    await run(first.ownerUrl, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('PostgreSQL ended by itself');
    const second = await start();
    expect(await run(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('takes over from a server that an earlier start left running', async () => {
    const first = await start();
    const second = await start();
    expect(await first.ended).toContain('PostgreSQL ended by itself');
    expect(await run(second.appUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('sets itself up again after a first start that was cut short', async () => {
    await mkdir(join(dataDir, 'postgres.new'));
    await writeFile(join(dataDir, 'postgres.new', 'half'), '');
    expect((await start()).isNew).toBe(true);
    expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false);
  });

  it('keeps its files where its account may go, when the folder is closed to it', async () => {
    await chmod(dataDir, 0o700);
    const server = await start();
    expect(await run(server.appUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
    expect(Boolean(server.note)).toBe(process.getuid?.() === 0);
  });

  it('says which file to put back when the passwords are gone', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'postgres-passwords.json'));
    await expect(start()).rejects.toThrow('Put it back, or start over with: npm start -- --reset');
  });

  it('says so when the data was written by another release', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(start()).rejects.toThrow('was written by PostgreSQL 17');
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
  });

  it('does not outlive a process that is killed without warning', async () => {
    const starter = `
      import { importBundled } from ${JSON.stringify(join(root, 'tools/lib/bundle.mjs'))};
      const { startEmbeddedPostgres } = await importBundled('libs/database/src/embedded/embedded-postgres.ts');
      console.log((await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, isThrowaway: true })).pid);
      setInterval(() => undefined, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', starter], { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    while (isAlive(pid)) await wait(50);
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('removes its data when told to, also while it runs', async () => {
    const { ended } = await start();
    await removeEmbeddedPostgres(dataDir);
    expect(await ended).toContain('PostgreSQL ended by itself');
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });

  it('listens to this machine only', async () => {
    const { port } = await start();
    const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')));
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const listening = tables.join('\n').split('\n').filter((line) => line.includes(`:${hex} `) && line.includes(' 0A '));
    expect(listening.every((line) => line.includes(`0100007F:${hex}`))).toBe(true);
  });
});

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
