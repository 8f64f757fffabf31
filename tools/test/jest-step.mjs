import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { capture } from './capture.mjs';
import { inRoot } from '../lib/paths.mjs';

/** Runs the specs of one Jest project and counts them. */
export async function jestProject(project, { env = {}, args = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'anuyat-jest-'));
  const report = join(folder, 'report.json');
  try {
    const { code, output } = await capture([inRoot('tools', 'run.mjs'), 'jest', '--selectProjects', project, '--ci', '--forceExit', '--json', `--outputFile=${report}`, ...args], { env, isOutputShort: true });
    return { isOk: code === 0, output, ...counted(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A spec that could not even be loaded counts as one failure. */
function counted(report) {
  try {
    const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed, failed: numFailedTests + numRuntimeErrorTestSuites, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
