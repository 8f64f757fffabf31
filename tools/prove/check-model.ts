import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const NEVER_ENDS = 'never ends';
export const NEVER_JOINS = 'never joins';

/**
 * Lets Spin look at every state of a Promela model: the names of the assertions that break, whether somebody who goes on never comes
 * to an end, and whether the lanes never come together; nothing where the model holds. @throws when Spin cannot read it.
 */
export async function checkClaims(model: string): Promise<string[]> {
  const [ends, joins = ''] = await look(model, [], [...ALWAYS_ENDS, '-c0'], [...NEVER_JOINS_CLAIM, '-c1']);
  const canJoin = isJoined(joins) || (joins.includes('assertion violated') && isJoined((await look(model, [], [...NEVER_JOINS_CLAIM, '-c0']))[0] ?? ''));
  return [...new Set([...faultsIn(ends), ...(canJoin ? [] : [NEVER_JOINS])])].sort();
}

const ALWAYS_ENDS = ['-a', '-N', 'always_ends'];
const NEVER_JOINS_CLAIM = ['-a', '-N', 'never_joins'];

/** Whether the claim that nobody's lanes come together was refuted. A first look stops at the first fault, which may be another. */
function isJoined(printed: string): boolean {
  return /^pan:\d+: .*\(joined\)/m.test(printed);
}

/** As {@link checkClaims}, for states in which nothing more can be done before the end: `invalid end state`. */
export async function checkEnds(model: string): Promise<string[]> {
  const [safety] = await look(model, ['-DNOCLAIM', '-DSAFETY'], ['-c0']);
  return [...new Set(faultsIn(safety))].sort();
}

/** Steps on one path, at most: three lanes side by side come to a quarter of a million. */
const DEEPEST = 2_000_000;

/** Builds the checker that Spin writes for a model and runs it over every state, once for each list of arguments. */
async function look(model: string, options: readonly string[], ...runs: readonly (readonly string[])[]): Promise<string[]> {
  const cwd = await mkdtemp(join(tmpdir(), 'anuyat-spin-'));
  try {
    await writeFile(join(cwd, 'model.pml'), model);
    await run('spin', ['-a', 'model.pml'], { cwd });
    await run('gcc', ['-O0', '-w', ...options, '-o', 'pan', 'pan.c'], { cwd });
    return await Promise.all(runs.map(async (args) => (await run('./pan', [...args, '-n', `-m${DEEPEST}`, '-w22'], { cwd, maxBuffer: 16_000_000 })).stdout));
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Reads what Spin printed. @throws where it did not look at everything. */
function faultsIn(printed = ''): string[] {
  if (!printed.includes('Full statespace search') || printed.includes('search was not completed') || printed.includes('max search depth too small')) {
    throw new Error(`Spin did not look at every state:\n${printed}`);
  }
  return [...printed.matchAll(/^pan:\d+: (.*) \(at depth/gm)].map(([, said = '']) => {
    if (said.startsWith('acceptance cycle')) return NEVER_ENDS;
    return /^assertion violated[^a-z]*([a-z_]+)/.exec(said)?.[1] ?? said;
  });
}
