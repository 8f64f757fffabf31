import { criticalPath, type Leg } from './critical-path';

const lane = (id: string, length: number): Leg => ({ what: 'lane', lane: id, length, isLearnt: true });
const payment: Leg = { what: 'payment', length: 3, isLearnt: true };

describe('what is left of the way', () => {
  it('is the longest lane, for they run side by side, and then what follows', () => {
    const { length, legs } = criticalPath({ before: [], lanes: [lane('desk', 4), lane('vault', 9)], after: [payment] });
    expect([length, legs.map((leg) => leg.lane ?? leg.what)]).toEqual([12, ['vault', 'payment']]);
  });

  it('waits for the longest of the licences that come first', () => {
    const quick = { length: 5, legs: [lane('a', 5)], first: 'company' };
    const slow = { length: 20, legs: [lane('b', 20)], first: 'building' };
    const path = criticalPath({ before: [quick, slow], lanes: [lane('desk', 4)], after: [payment] });
    expect([path.length, path.first, path.legs.map((leg) => leg.lane ?? leg.what)]).toEqual([27, 'building', ['b', 'desk', 'payment']]);
  });

  it('is nothing where nothing is left', () => {
    expect(criticalPath({ before: [], lanes: [], after: [] })).toEqual({ length: 0, legs: [] });
  });
});
