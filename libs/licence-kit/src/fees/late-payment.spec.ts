import { growsOn, timesLate, withSurcharge } from './late-payment';

const monthly = { percent: 2, per: 'month' as const, of: ['tax'] };
const tax = [{ code: 'tax', satang: 156_000 }, { code: 'late-filing', satang: 7_800 }];

describe('a late payment', () => {
  it.each([
    ['2026-04-15', '2026-04-15', 0], ['2026-04-15', '2026-04-16', 1], ['2026-04-15', '2026-05-15', 1], ['2026-04-15', '2026-05-16', 2], ['2026-04-15', '2027-04-16', 13],
    ['2026-01-31', '2026-02-28', 1], ['2026-01-31', '2026-03-01', 2], ['2026-01-31', '2026-03-31', 2], ['2026-12-20', '2026-06-01', 0],
  ])('that was due on %s counts on %s for %d months that have begun', (dueOn, today, times) => {
    expect(timesLate(monthly, dueOn, today)).toBe(times);
    expect(timesLate({ per: 'once' }, dueOn, today)).toBe(Math.min(times, 1));
  });

  it('grows on the first day of each further month, and only once where the law says so', () => {
    expect([0, 1, 2].map((times) => growsOn(monthly, '2026-01-31', times))).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
    expect([0, 1].map((times) => growsOn({ per: 'once' }, '2026-01-31', times))).toEqual(['2026-02-01', null]);
  });

  it('adds two per cent of the signboard tax a month, and nothing on the surcharge for late filing', () => {
    expect(withSurcharge(tax, monthly, 1)).toEqual([...tax, { code: 'late', satang: 3_120 }]);
    expect(withSurcharge(withSurcharge(tax, monthly, 1), monthly, 3)).toEqual([...tax, { code: 'late', satang: 9_360 }]);
    expect(withSurcharge(tax, monthly, 0)).toEqual(tax);
  });

  it('adds five per cent a month to a factory’s yearly fee, and is rounded to a whole satang, halves up', () => {
    expect(withSurcharge([{ code: 'year', satang: 45_000 }], { percent: 5 }, 2)).toEqual([{ code: 'year', satang: 45_000 }, { code: 'late', satang: 4_500 }]);
    expect(withSurcharge([{ code: 'year', satang: 10 }], { percent: 5 }, 1)).toEqual([{ code: 'year', satang: 10 }, { code: 'late', satang: 1 }]);
    expect(withSurcharge([{ code: 'year', satang: 9 }], { percent: 5 }, 1)).toEqual([{ code: 'year', satang: 9 }]);
  });
});
