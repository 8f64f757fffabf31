import { ensureInstalled } from '../lib/install.mjs';
import { lastLines, Refusal, say } from '../lib/say.mjs';
import { everything, quick } from './steps.mjs';
import { summaryOf } from './summary.mjs';

/** Runs every step, also after a failure, tells what ran and what could not, and answers with the exit code. */
export async function test(args) {
  const begun = Date.now();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
  try {
    await ensureInstalled();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const results = [];
  for (const row of args.includes('--quick') ? quick : everything) results.push(...(await Promise.all(row.map(run))));
  const { lines, exitCode } = summaryOf(results, Date.now() - begun);
  lines.forEach((line) => say(line));
  return exitCode;
}

async function run({ name, run: work }) {
  const begun = Date.now();
  const patience = setInterval(() => say(`  … ${name}: ${Math.round((Date.now() - begun) / 1000)} s so far`), 30_000);
  const result = await work().catch((error) => ({ isOk: false, output: error.stack ?? String(error) }));
  clearInterval(patience);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  say(`  ${mark(result)} ${name.padEnd(20)} ${told(result).padEnd(34)} ${result.isSkipped ? '' : `${seconds} s`}`.trimEnd());
  if (!result.isOk) say(lastLines(result.output, 700));
  return { name, ...result };
}

function mark({ isOk, isSkipped }) {
  if (isSkipped) return '-';
  return isOk ? '✓' : '✗';
}

function told({ isOk, isSkipped, why, said, passed, failed, skipped }) {
  if (isSkipped) return `could not run: ${why}`;
  if (passed === undefined) return isOk ? (said ?? 'nothing to say') : 'failed';
  return [`${passed} passed`, failed ? `${failed} failed` : '', skipped ? `${skipped} skipped` : ''].filter(Boolean).join(', ');
}
