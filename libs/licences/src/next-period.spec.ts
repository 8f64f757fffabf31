import fc from 'fast-check';
import { nextPeriod } from './next-period';

const year = { months: 12, renewal: 'by-fee' } as const;

describe('the next period of a licence', () => {
  it.each([
    ['follows the last day', year, '2026-11-21', '2026-10-01', '2026-11-22', '2027-11-21'],
    ['follows it also when it is renewed late', year, '2026-11-21', '2026-12-05', '2026-11-22', '2027-11-21'],
    ['is the next calendar year where licences end with the year', { ...year, endsWithYear: true }, '2026-12-31', '2026-12-01', '2027-01-01', '2027-12-31'],
    ['keeps a leap day’s eve', year, '2028-02-28', '2028-02-01', '2028-02-29', '2029-02-28'],
  ])('%s', (_, validity, before, today, from, until) => {
    expect(nextPeriod(validity, before, today)).toEqual({ from, until });
  });

  it('has no gap and no overlap, however often it is renewed', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }), fc.integer({ min: 1, max: 8 }), fc.constantFrom(3, 12, 36, 60), (start, times, months) => {
      let last = start.toISOString().slice(0, 10);
      for (let n = 0; n < times; n++) {
        const period = nextPeriod({ months, renewal: 'by-fee' }, last, last);
        expect(Date.parse(period.from) - Date.parse(last)).toBe(86_400_000);
        expect((period.until ?? '') > period.from).toBe(true);
        last = period.until ?? '';
      }
    }));
  });
});
