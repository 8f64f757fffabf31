import fc from 'fast-check';
import { SurvivalCurve, type Stay } from './survival-curve';

const ended = (to: number, from = 0): Stay => ({ from, to, hasEnded: true });
const open = (to: number, from = 0): Stay => ({ from, to, hasEnded: false });
const upTo = (most: number, from = 0): Stay[] => Array.from({ length: most }, (_, at) => ended(at + 1, from));

describe('a survival curve', () => {
  it('is the plain quantile where all have ended', () => {
    expect(new SurvivalCurve(upTo(100)).lengthFrom(0, 0.1)).toBe(90);
  });

  it('is longer than the ended ones alone would say, for the slow ones are still open', () => {
    const quick = upTo(100);
    const slow = Array.from({ length: 100 }, () => open(100));
    expect(new SurvivalCurve([...quick, ended(500)]).lengthFrom(0, 0.5)).toBe(51);
    expect(new SurvivalCurve([...quick, ...slow, ended(500)]).lengthFrom(0, 0.5)).toBe(500);
  });

  it('counts those that had begun before one looked from then on only', () => {
    const fresh = upTo(100);
    const old = Array.from({ length: 100 }, () => ended(200, 150));
    expect(new SurvivalCurve([...fresh, ...old]).lengthFrom(0, 0.5)).toBe(50);
  });

  it('says what is left for those who reached an age, and nothing where too few went beyond it', () => {
    const curve = new SurvivalCurve(upTo(200));
    expect([curve.lengthFrom(100, 0.1), curve.lengthFrom(180, 0.1)]).toEqual([90, undefined]);
  });

  it('is one of the ended lengths, and never shorter than if the open ones had ended now', () => {
    const stays = fc.array(fc.record({ from: fc.constant(0), to: fc.integer({ min: 0, max: 1_000 }), hasEnded: fc.boolean() }), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(stays, fc.double({ min: 0.3, max: 0.9, noNaN: true }), (some, share) => {
      const found = new SurvivalCurve(some).lengthFrom(0, share) ?? -1;
      expect(some.some(({ to }) => to === found)).toBe(true);
      expect(found).toBeGreaterThanOrEqual(new SurvivalCurve(some.map(({ to }) => ended(to))).lengthFrom(0, share) ?? 0);
    }));
  });
});
