import { backTest, type Method } from './back-test';
import { whyNotJudged } from './endings';
import { Tally } from './tally';
import { madeUpLog } from './testing/made-up-log';
import { casesOf, type LoggedEvent } from './work-log';

const DAY = 86_400_000;

/** Cases that come daily and take so many days. */
const log = (count: number, days: (at: number) => number): LoggedEvent[] =>
  Array.from({ length: count }, (_, at) => [
    { caseId: `c${at}`, activity: 'filed', at: at * DAY, resource: '' },
    { caseId: `c${at}`, activity: 'issued', at: (at + days(at)) * DAY, resource: '' },
  ]).flat();

describe('a back-test', () => {
  it('judges only cases that began after the split, and one promise for each at filing', () => {
    const { filing } = backTest(casesOf(log(500, (at) => 1 + (at % 10))));
    expect(filing.ours.promises).toBe(200);
    expect(filing.frozen.meanDays).toBeCloseTo(10, 5);
  });

  it('shows the frozen quantile broken when the work grew slower, and ours not', () => {
    const { filing } = backTest(casesOf(log(2_000, (at) => (1 + ((at * 7) % 10)) * (at > 1_000 ? 3 : 1))));
    expect(filing.frozen.coverage).toBeLessThan(0.7);
    expect(Math.abs(filing.ours.coverage - 0.9)).toBeLessThanOrEqual(0.1);
  });

  it('refuses a log that is too short to be split', () => {
    expect(() => casesOf(log(20, () => 1))).toThrow('20 cases');
  });
});

describe('a rival that keeps less than it promised', () => {
  it('is also told with the mean promise that it would need to keep as much as ours', () => {
    const tally = new Tally();
    for (let took = 1; took <= 10; took++) tally.add(5 * DAY, took * DAY);
    expect(tally.score).toEqual({ promises: 10, coverage: 0.5, meanDays: 5 });
    expect([tally.meanDaysAt(0.9), tally.meanDaysAt(0.5)]).toEqual([9, 5]);
  });
});

describe('the share kept', () => {
  it('is told by quarter, in the order in which the promises were made', () => {
    const tally = new Tally();
    for (let at = 0; at < 8; at++) tally.add(5 * DAY, (at < 3 ? 6 : 5) * DAY);
    expect(tally.quarters).toEqual([0, 0.5, 1, 1]);
  });
});

describe('a log that ends where its recording ends', () => {
  it('cannot be judged, and says why', () => {
    const stopped = casesOf(log(400, (at) => Math.max(1, 500 - at)));
    expect(whyNotJudged(stopped)).toMatch(/^\d+ % of its cases end in the last twentieth/);
  });

  it('is told from one whose work ends all along', () => {
    expect(whyNotJudged(casesOf(log(500, (at) => 1 + (at % 30))))).toBeUndefined();
  });
});

describe('the goal, where it can be reached', () => {
  const SEEDS = [3, 5, 8, 13, 21];
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

  it('is met at filing and later, over five made-up logs of stable work at a quick and a slow office', () => {
    const tests = SEEDS.map((seed) => backTest(casesOf(madeUpLog(seed, 1_500))));
    for (const moment of ['filing', 'open'] as const) {
      const daysOf = (method: Method): number => mean(tests.map((test) => test[moment][method].meanDays));
      for (const test of tests) expect(Math.abs(test[moment].ours.coverage - 0.9)).toBeLessThanOrEqual(0.02);
      expect(daysOf('ours')).toBeLessThan(Math.min(daysOf('frozen'), daysOf('rolling')));
    }
  });

  it('keeps the share within two points while the offices come to take half as long again', () => {
    for (const seed of SEEDS) {
      const { filing, open } = backTest(casesOf(madeUpLog(seed, 1_500, (part) => 1 + part / 2)));
      for (const { ours } of [filing, open]) expect(Math.abs(ours.coverage - 0.9)).toBeLessThanOrEqual(0.02);
    }
  });
});
