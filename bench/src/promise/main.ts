import { DEFAULT_WINDOW } from '@anuyat/forecasts';
import { backTest, type BackTest, type Method, type Score } from './back-test';
import { readLog } from './read-log';
import { casesOf } from './work-log';

const NAMES: Record<Method, string> = { ours: 'ours', frozen: 'frozen quantile of the history', rolling: 'rolling quantile of closed cases' };
const TOLERANCE = 0.02;

/**
 * `npm run bench -- promise LOG`: back-tests the promised date on an event log.
 * @returns the process's exit code: 0 when the log could be judged, 2 when not; the goals are told, not enforced, for they depend on the log.
 */
export async function benchPromise(args: readonly string[]): Promise<number> {
  const path = args.find((arg) => !arg.startsWith('--'));
  if (!path) {
    process.stderr.write('Name an event log: npm run bench -- promise LOG.xes (or .csv, each also as .gz).\n');
    return 2;
  }
  try {
    const cases = casesOf(await readLog(path));
    const result = backTest(cases);
    process.stdout.write(args.includes('--json') ? `${JSON.stringify({ cases: cases.length, share: DEFAULT_WINDOW.share, ...result, goals: goalsOf(result) })}\n` : tableOf(cases.length, result));
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}

/** The goals of each moment: the promised share within two points, and a shorter mean promise than both others. */
function goalsOf(result: BackTest): Record<keyof BackTest, { isCovered: boolean; isShorter: boolean }> {
  const judged = ({ ours, frozen, rolling }: Record<Method, Score>): { isCovered: boolean; isShorter: boolean } => ({
    isCovered: Math.abs(ours.coverage - DEFAULT_WINDOW.share) <= TOLERANCE,
    isShorter: ours.meanDays < Math.min(frozen.meanDays, rolling.meanDays),
  });
  return { filing: judged(result.filing), open: judged(result.open) };
}

function tableOf(cases: number, result: BackTest): string {
  const goals = goalsOf(result);
  const lines = [`${cases} cases; learnt from those begun in the first 60 %, judged on the rest; promised: ${DEFAULT_WINDOW.share * 100} %`];
  for (const moment of ['filing', 'open'] as const) {
    lines.push(moment === 'filing' ? 'At filing' : 'At every event while open');
    for (const method of ['ours', 'frozen', 'rolling'] as const) {
      const { coverage, meanDays, promises } = result[moment][method];
      lines.push(`  ${NAMES[method].padEnd(36)} kept ${(coverage * 100).toFixed(1).padStart(5)} %   mean promise ${meanDays.toFixed(2).padStart(9)} days   ${promises} promises`);
    }
    const { isCovered, isShorter } = goals[moment];
    lines.push(`  ${isCovered ? '✓' : '✗'} the promised share within 2 points   ${isShorter ? '✓' : '✗'} a shorter mean promise than both`);
  }
  return `${lines.join('\n')}\n`;
}
