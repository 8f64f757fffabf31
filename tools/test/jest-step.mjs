import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './capture.mjs';
import { readReport } from './jest-report.mjs';
import { inRoot } from '../lib/paths.mjs';

/** Runs the specs of one Jest project, counts them, and keeps what those that failed said. */
export async function jestProject(project, { env = {}, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-jest-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output } = await capture([inRoot('tools', 'run.mjs'), 'jest', '--selectProjects', project, '--ci', '--forceExit', '--json', `--outputFile=${report}`, ...args], { env, isOutputShort: true });
    const { failures, ...found } = readReport(written(report), inRoot()) ?? { passed: 0, failed: 1, skipped: 0 };
    return { isOk: code === 0, output: failures || output, ...found };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function written(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
