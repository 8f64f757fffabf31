import fc from 'fast-check';
import { addCalendarDays, addDays, addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days';

/** The government calendar of 2569 as the vectors were computed with it. */
const holidays = new Set([
  '2026-01-01', '2026-01-02', '2026-03-03', '2026-04-06', '2026-04-13', '2026-04-14', '2026-04-15', '2026-05-04', '2026-05-13', '2026-05-31', '2026-06-01', '2026-06-03',
  '2026-07-28', '2026-07-29', '2026-07-30', '2026-08-12', '2026-10-13', '2026-10-23', '2026-12-05', '2026-12-07', '2026-12-10', '2026-12-31',
]);
const days = fc.integer({ min: 0, max: 364 }).map((day) => addDays('2026-01-01', day));

describe('addWorkingDays', () => {
  it.each([
    ['2026-04-09', 7, '2026-04-23', 'over Songkran'],
    ['2026-07-24', 3, '2026-08-03', 'over three holidays and a week-end'],
    ['2026-12-03', 15, '2026-12-28', 'over a substitute holiday'],
    ['2026-05-29', 1, '2026-06-02', 'over a substituted Sunday'],
    ['2026-04-11', 1, '2026-04-16', 'from a Saturday'],
    ['2026-04-14', 0, '2026-04-14', 'no days at all'],
  ])('counts from %s %d working days to %s: %s', (date, count, due) => {
    expect(addWorkingDays(date, count, holidays)).toBe(due);
  });

  it('lands on a working day and agrees with counting back', () => {
    fc.assert(fc.property(days, fc.integer({ min: 1, max: 60 }), (date, count) => {
      const due = addWorkingDays(date, count, holidays);
      expect(isWorkingDay(due, holidays)).toBe(true);
      expect(workingDaysBetween(date, due, holidays)).toBe(count);
      expect(workingDaysBetween(due, date, holidays)).toBe(-count);
    }));
  });

  it('can be done in two steps, and a later start never ends earlier', () => {
    fc.assert(fc.property(days, fc.nat({ max: 20 }), fc.nat({ max: 20 }), (date, first, second) => {
      expect(addWorkingDays(addWorkingDays(date, first, holidays), second, holidays)).toBe(addWorkingDays(date, first + second, holidays));
      expect(addWorkingDays(addDays(date, 1), first, holidays) >= addWorkingDays(date, first, holidays)).toBe(true);
    }));
  });

  it('takes holidays as a list as well', () => {
    expect(addWorkingDays('2026-04-09', 7, [...holidays])).toBe('2026-04-23');
  });

  it('refuses fractions, negative counts and other dates', () => {
    expect(() => addWorkingDays('2026-04-09', -1, holidays)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-04-09', 1.5, holidays)).toThrow(RangeError);
    expect(() => addWorkingDays('9 เม.ย. 2569', 1, holidays)).toThrow('is not an ISO date');
  });
});

describe('addCalendarDays', () => {
  it.each([
    ['2026-03-30', 15, '2026-04-16', 'the last day is Songkran'],
    ['2026-07-14', 15, '2026-07-31', 'two holidays follow each other'],
    ['2026-11-21', 15, '2026-12-08', 'a Sunday before a substitute holiday'],
    ['2026-11-02', 15, '2026-11-17', 'a working day stays'],
  ])('counts from %s %d calendar days to %s: %s', (date, count, due) => {
    expect(addCalendarDays(date, count, holidays)).toBe(due);
  });

  it('moves only forward, to the first open day', () => {
    fc.assert(fc.property(days, fc.nat({ max: 90 }), (date, count) => {
      const due = addCalendarDays(date, count, holidays);
      const last = addDays(date, count);
      expect(due >= last).toBe(true);
      expect(isWorkingDay(due, holidays)).toBe(true);
      for (let day = last; day < due; day = addDays(day, 1)) expect(isWorkingDay(day, holidays)).toBe(false);
    }));
  });
});

describe('workingDaysBetween', () => {
  it('is nought within a week-end and counts the last day', () => {
    expect(workingDaysBetween('2026-11-20', '2026-11-22', holidays)).toBe(0);
    expect(workingDaysBetween('2026-11-20', '2026-11-23', holidays)).toBe(1);
    expect(workingDaysBetween('2026-11-23', '2026-11-23', holidays)).toBe(0);
  });
});
