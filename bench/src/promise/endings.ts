import type { LoggedCase } from './work-log';

const LAST_PART = 0.05;
const TOO_MANY = 1 / 3;

/**
 * Why promises cannot be judged on a log, in words; undefined where they can. Where a great part of all cases ends in the last twentieth of the
 * recorded time, their last events are where the recording stopped or what it was picked by, and not where the work ended.
 */
export function whyNotJudged(cases: readonly LoggedCase[]): string | undefined {
  let [from, to] = [Infinity, -Infinity];
  for (const { startedAt, endedAt } of cases) [from, to] = [Math.min(from, startedAt), Math.max(to, endedAt)];
  const late = cases.filter(({ endedAt }) => endedAt > to - LAST_PART * (to - from)).length / cases.length;
  if (to === from || late <= TOO_MANY) return undefined;
  return `${Math.round(late * 100)} % of its cases end in the last twentieth of the recorded time: the recording ends there, or its cases were picked by that, and not the work.`;
}
