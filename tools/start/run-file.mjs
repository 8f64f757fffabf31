import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../lib/say.mjs';

/**
 * Takes the data folder for this run, so that two never write to one database. Answers whether an earlier run was cut
 * short. Throws a sentence when a run is alive.
 */
export function takeRunFile(dataDir, port) {
  const file = join(dataDir, 'run.json');
  const left = existsSync(file) ? read(file) : undefined;
  if (left && isAlive(left.pid)) {
    throw new Refusal(`Anuyat already runs from this folder (process ${left.pid}) at http://localhost:${left.port}. Stop it first, or give this one a folder and a port of its own: DATA_DIR=.data-2 PORT=${port + 100} npm start`);
  }
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid, port }), { flag: 'wx' });
  process.on('exit', () => rmSync(file, { force: true }));
  return { wasCutShort: left !== undefined };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { pid: 0 };
  }
}

/** A process of that number that is a start of ours, and not another program that has got the number since. */
function isAlive(pid) {
  if (!pid || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) ? readFileSync(commandLine, 'utf8').includes('start.mjs') : process.platform !== 'linux';
}
