import fc from 'fast-check';
import { censoredQuantile } from './censored-quantile';

const ended = (length: number) => ({ length, hasEnded: true });
const open = (length: number) => ({ length, hasEnded: false });

describe('a quantile of durations of which some still run', () => {
  it('is the plain quantile where all have ended', () => {
    expect(censoredQuantile([3, 1, 2, 5, 4, 6, 7, 8, 10, 9].map(ended), 0.9)).toBe(9);
  });

  it('is longer than the ended ones alone would say, for the slow ones are still open', () => {
    const quick = [1, 2, 3, 4].map(ended);
    expect(censoredQuantile([...quick, ended(20)], 0.5)).toBe(3);
    expect(censoredQuantile([...quick, open(10), open(10), open(10), ended(20)], 0.5)).toBe(4);
  });

  it('says nothing where too many are open, or where there is nothing', () => {
    expect([censoredQuantile([ended(1), open(2), open(3)], 0.9), censoredQuantile([], 0.9)]).toEqual([undefined, undefined]);
  });

  it('is one of the ended lengths, and never shorter than if the open ones had ended now', () => {
    const durations = fc.array(fc.record({ length: fc.integer({ min: 0, max: 1_000 }), hasEnded: fc.boolean() }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(durations, (some) => {
      const found = censoredQuantile(some, 0.8);
      if (found === undefined) return;
      expect(some.some(({ length, hasEnded }) => hasEnded && length === found)).toBe(true);
      expect(found).toBeGreaterThanOrEqual(censoredQuantile(some.map(({ length }) => ended(length)), 0.8) ?? 0);
    }));
  });
});
