import { Exchange, WIDEST } from './exchange';
import { SurvivalCurve } from './survival-curve';

const curveOf = (lengthAt: (part: number) => number): SurvivalCurve =>
  new SurvivalCurve(Array.from({ length: 500 }, (_, at) => ({ from: 0, to: lengthAt((at + 1) / 500), hasEnded: true })));

/** All are done within a hundred, evenly; and a point where the last in ten take a hundred times as long. */
const even = curveOf((part) => 100 * part);
const longTailed = curveOf((part) => (part <= 0.9 ? 10 * part : 10_000 * part));
const MISS = 0.1;

/** Promises at both points in turn. @returns the leeways that were given, the first ones left out while the price finds its height. */
function exchanged(): { even: number[]; longTailed: number[] } {
  const exchange = new Exchange();
  const given = { even: [] as number[], longTailed: [] as number[] };
  for (let at = 0; at < 2_000; at++) {
    for (const [name, curve] of [['even', even], ['longTailed', longTailed]] as const) {
      const leeway = exchange.leewayFor(curve, MISS);
      exchange.settle(leeway, curve.lengthFrom(0, MISS + leeway) ?? 0);
      if (at >= 1_000) given[name].push(leeway);
    }
  }
  return given;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

describe('points of the way that exchange', () => {
  it('give nothing away on the whole, and never more than the widest at one of them', () => {
    const given = exchanged();
    expect(Math.abs(mean([...given.even, ...given.longTailed]))).toBeLessThan(0.002);
    expect(Math.max(...[...given.even, ...given.longTailed].map(Math.abs))).toBeLessThanOrEqual(WIDEST + 1e-9);
  });

  it('promise to more where that costs little', () => {
    const given = exchanged();
    expect(mean(given.even)).toBeGreaterThan(mean(given.longTailed));
  });

  it('exchange less while promises are broken too often, and then nothing', () => {
    const exchange = new Exchange();
    exchange.settle(0, 1);
    const [free, held, none] = [0, 0.005, 0.01].map((shortfall) => Math.abs(exchange.leewayFor(longTailed, MISS, shortfall)));
    expect(free).toBeGreaterThan(held ?? 1);
    expect(none).toBe(0);
  });

  it('change nothing before anything was promised', () => {
    expect(new Exchange().leewayFor(longTailed, MISS)).toBe(0);
  });

  it('move no more than half of a share that is small already', () => {
    const leeways = [1, 1e12].map((price) => {
      const exchange = new Exchange();
      exchange.settle(0, price);
      return Math.abs(exchange.leewayFor(longTailed, 0.04));
    });
    expect(Math.max(...leeways)).toBeLessThanOrEqual(0.02 + 1e-9);
  });
});
