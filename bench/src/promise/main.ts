import { DEFAULT_WINDOW } from '@anuyat/forecasts';
import { backTest, type BackTest, type Method } from './back-test';
import { whyNotJudged } from './endings';
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
    const notJudged = whyNotJudged(cases);
    const told = { cases: cases.length, share: DEFAULT_WINDOW.share, ...result, ...(notJudged ? { notJudged } : { goals: goalsOf(result) }) };
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(told)}\n` : tableOf(cases.length, result, notJudged));
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}

interface Goals {
  /** The promised share, within two points. */
  isCovered: boolean;
  /** A shorter mean promise than both rivals', whether they keep theirs or not. */
  isShorter: boolean;
  /** A shorter mean promise than both, each stretched to the share that ours keeps. */
  isShorterAtSameShare: boolean;
}

function goalsOf(result: BackTest): Record<keyof BackTest, Goals> {
  const judged = ({ ours, frozen, rolling }: BackTest[keyof BackTest]): Goals => ({
    isCovered: isKept(ours.coverage),
    isShorter: ours.meanDays < Math.min(frozen.meanDays, rolling.meanDays),
    isShorterAtSameShare: ours.meanDays < Math.min(frozen.meanDaysAtOurs, rolling.meanDaysAtOurs),
  });
  return { filing: judged(result.filing), open: judged(result.open) };
}

const isKept = (coverage: number): boolean => Math.abs(coverage - DEFAULT_WINDOW.share) <= TOLERANCE;
const percent = (share: number): string => `${(share * 100).toFixed(1).padStart(5)} %`;
const days = (mean: number): string => `${mean.toFixed(2).padStart(9)} days`;

function tableOf(cases: number, result: BackTest, notJudged: string | undefined): string {
  const goals = goalsOf(result);
  const lines = [`${cases} cases; learnt from those begun in the first 60 %, judged on the rest; promised: ${DEFAULT_WINDOW.share * 100} %`];
  if (notJudged) lines.push(`This log cannot be judged. ${notJudged} The figures are told all the same.`);
  for (const moment of ['filing', 'open'] as const) {
    const { ours, frozen, rolling } = result[moment];
    lines.push(moment === 'filing' ? `At filing (${ours.promises} promises)` : `At every event while open (${ours.promises} promises)`);
    lines.push(`  ${NAMES.ours.padEnd(36)} kept ${percent(ours.coverage)}   mean promise ${days(ours.meanDays)}   (kept by quarter: ${ours.quarters.map(percent).join(' ')})`);
    for (const [method, { coverage, meanDays, meanDaysAtOurs }] of Object.entries({ frozen, rolling })) {
      const verdict = coverage < DEFAULT_WINDOW.share - TOLERANCE ? '; breaks its promise' : '';
      lines.push(`  ${NAMES[method as Method].padEnd(36)} kept ${percent(coverage)}   mean promise ${days(meanDays)}   (stretched to keep what ours keeps: ${days(meanDaysAtOurs).trim()}${verdict})`);
    }
    const { isCovered, isShorter, isShorterAtSameShare } = goals[moment];
    const mark = (isReached: boolean): string => (isReached ? '✓' : '✗');
    if (!notJudged) lines.push(`  ${mark(isCovered)} the promised share within 2 points   ${mark(isShorter)} a shorter mean promise than both   ${mark(isShorterAtSameShare)} than both at the same share`);
  }
  return `${lines.join('\n')}\n`;
}
