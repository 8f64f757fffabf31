import { validUntil } from './validity';

const months = (count: number) => ({ months: count, renewal: 'full' as const });

describe('the last day of a licence', () => {
  it.each<[string, string, number, string]>([
    ['a year', '2026-11-21', 12, '2027-11-20'],
    ['a year from New Year’s Day', '2026-01-01', 12, '2026-12-31'],
    ['a year from New Year’s Eve', '2026-12-31', 12, '2027-12-30'],
    ['a year over a leap day', '2027-03-01', 12, '2028-02-29'],
    ['a year that ends after a leap day', '2028-03-01', 12, '2029-02-28'],
    ['a year from a leap day, which the next year has not', '2028-02-29', 12, '2029-02-28'],
    ['four years from a leap day', '2028-02-29', 48, '2032-02-28'],
    ['a month that has no such day', '2026-01-31', 1, '2026-02-28'],
    ['a month that has no such day, in a leap year', '2028-01-31', 1, '2028-02-29'],
    ['a month that has no day before it either', '2026-01-30', 1, '2026-02-28'],
    ['a month to a shorter one', '2026-03-31', 1, '2026-04-30'],
    ['a month from its first day', '2026-04-01', 1, '2026-04-30'],
    ['a month over the end of the year', '2026-12-15', 1, '2027-01-14'],
    ['three years', '2026-05-05', 36, '2029-05-04'],
  ])('of %s', (_, issuedOn, count, last) => {
    expect(validUntil(months(count), issuedOn)).toBe(last);
  });

  it.each([['2026-01-01'], ['2026-02-28'], ['2026-12-31']])('of one that ends with the calendar year, issued on %s', (issuedOn) => {
    expect(validUntil({ months: 12, endsWithYear: true, renewal: 'none' }, issuedOn)).toBe('2026-12-31');
  });

  it.each([['2026-11-21', 120, '2035-12-31'], ['2026-01-01', 24, '2027-12-31']])('of one that ends with a later calendar year, issued on %s for %d months', (issuedOn, count, last) => {
    expect(validUntil({ months: count, endsWithYear: true, renewal: 'full' }, issuedOn)).toBe(last);
  });

  it('is none where it does not expire', () => {
    expect(validUntil(null, '2026-11-21')).toBeNull();
  });
});
