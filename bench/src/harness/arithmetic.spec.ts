import { cpuPerThing, isNoisy, median, medianRatio, quantile, quietest, type Round } from './arithmetic';

const round = (ours: number, theirs: number, foreign = 0): Round => ({
  ours: { done: ours, seconds: 2, cpuSeconds: 0.5, foreign },
  theirs: { done: theirs, seconds: 2, foreign: 0.01 },
});

describe('the bench’s arithmetic', () => {
  it('takes the middle, and between two the mean', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 2, 4, 100])).toBe(3);
    expect(quantile([0, 10, 20, 30, 40], 0.99)).toBeCloseTo(39.6);
    expect(() => median([])).toThrow('nothing');
  });

  it('takes the ratio inside each round, so that a slow minute of the machine moves nothing', () => {
    const rounds = [round(100, 50), round(10, 5), round(1_000, 500)];
    expect(medianRatio(rounds, 'ours', 'theirs')).toBe(2);
  });

  it('lets one disturbed round not decide', () => {
    expect(medianRatio([round(80, 100), round(82, 100), round(5, 100)], 'ours', 'theirs')).toBeCloseTo(0.8);
  });

  it('tells CPU in microseconds for each thing done', () => {
    expect(cpuPerThing({ done: 1_000, seconds: 1, cpuSeconds: 0.4 })).toBeCloseTo(400);
    expect(cpuPerThing({ done: 1_000, seconds: 1 })).toBeNaN();
  });

  it('calls a round noisy when any slice of it was disturbed', () => {
    expect(isNoisy(round(1, 1, 0.3))).toBe(true);
    expect(isNoisy(round(1, 1, 0.1))).toBe(false);
    expect(isNoisy({ ours: { done: 1, seconds: 1 } })).toBe(false);
  });

  it('counts the quietest rounds, in the order in which they ran', () => {
    const rounds = [round(1, 1, 0.5), round(2, 1, 0.1), round(3, 1, 0.4), round(4, 1, 0.05)];
    expect(quietest(rounds, 2)).toEqual([rounds[1], rounds[3]]);
    expect(quietest(rounds, 9)).toEqual(rounds);
  });

  it('says which contender is missing', () => {
    expect(() => medianRatio([round(1, 1)], 'ours', 'nobody')).toThrow('nobody');
  });
});
