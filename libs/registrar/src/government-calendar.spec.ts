import { GovernmentCalendar } from './government-calendar';

/** Sunday, Bangkok time; the Monday after it is a holiday. */
const sunday = (time: string): Date => new Date(`2026-12-06T${time}+07:00`);
const calendar = new GovernmentCalendar(['2026-12-07']);

describe('what is due', () => {
  it.each([
    ['working', 1, '2026-12-08T23:59:59.999+07:00'],
    ['calendar', 1, '2026-12-08T23:59:59.999+07:00'],
    ['unrolled', 1, '2026-12-07T16:30:00.000+07:00'],
    ['unrolled', 0, '2026-12-06T16:30:00.000+07:00'],
  ] as const)('in %s days, %i of them, is due at %s', (unit, days, due) => {
    expect(calendar.dueAt(sunday('09:00:00'), days, unit)).toEqual(new Date(due));
  });

  it('on the very day is over already when offices have closed', () => {
    expect(calendar.dueAt(sunday('17:00:00'), 0, 'unrolled').getTime()).toBeLessThan(sunday('17:00:00').getTime());
  });
});

describe('a filing', () => {
  it.each([
    ['on a working day counts at once', '2026-12-08T09:00:00+07:00', '2026-12-08T09:00:00+07:00'],
    ['before offices open counts when they do', '2026-12-08T03:00:00+07:00', '2026-12-08T08:30:00+07:00'],
    ['after they closed counts when they open again', '2026-12-08T16:30:01+07:00', '2026-12-09T08:30:00+07:00'],
    ['on a weekend before a holiday counts after both', '2026-12-06T09:00:00+07:00', '2026-12-08T08:30:00+07:00'],
  ])('%s', (_, submitted, received) => {
    expect(calendar.receivedAtLegal(new Date(submitted))).toEqual(new Date(received));
  });
});
