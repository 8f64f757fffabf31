import { execFileSync } from 'node:child_process';

/** The process of the running worker. @throws when it does not run, or when the tests did not start the product themselves. */
export function workerPid(): number {
  const start = Number(process.env['ANUYAT_PID']);
  if (!start) throw new Error('The product was started by somebody else; set ANUYAT_PID to the process of its npm start.');
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const worker = lines.map((line) => line.trim().split(/\s+/)).find(([, parent, ...args]) => Number(parent) === start && args.some((arg) => arg.endsWith('apps/worker/main.mjs')));
  if (!worker) throw new Error('The worker does not run.');
  return Number(worker[0]);
}

/** Ends the worker without a word, as a power cut would. @returns the process that it was. */
export function killWorker(): number {
  const pid = workerPid();
  process.kill(pid, 'SIGKILL');
  return pid;
}
