import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const inRoot = (path: string): URL => new URL(`../../../../${path}`, import.meta.url);
const PROGRAM = 'dist/test/impatient-worker.mjs';

/** A worker in a process of its own, that can be killed as a power cut kills it. */
export interface WorkerProcess {
  /** What it told of errors that it got over. */
  told(): string;
  /** SIGKILL: nothing is finished, nothing is said goodbye to. */
  kill(): Promise<void>;
}

/** Makes the program; once is enough for a spec. @throws with what the bundler said. */
export function bundleWorker(): void {
  const script = `import { bundle } from ${JSON.stringify(inRoot('tools/lib/bundle.mjs').href)}; await bundle(${JSON.stringify({ [PROGRAM]: 'apps/worker/src/testing/impatient-worker.ts' })});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: environment({}) });
  if (status !== 0) throw new Error(`The worker could not be bundled: ${stderr.toString()}`);
}

/** Starts the program and waits until it works. */
export async function startWorkerProcess(variables: Record<string, string>): Promise<WorkerProcess> {
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(inRoot(PROGRAM))], { env: environment(variables), stdio: ['pipe', 'pipe', 'pipe'] });
  let told = '';
  child.stderr?.on('data', (data: Buffer) => (told += data.toString()));
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout ?? child, 'data'), ended.then(() => Promise.reject(new Error(`The worker did not start: ${told}`)))]);
  return {
    told: () => told,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Without what Jest needs and the product does not know. */
function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, REDIS_URL: __, ...rest } = process.env;
  return { ...rest, ...variables };
}
