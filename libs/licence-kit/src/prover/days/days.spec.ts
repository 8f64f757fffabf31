import { DayCount } from './day-count';
import { libraryCard } from '../../testing/library-card';
import { prove } from '../prove';
import { lawfulInTime } from '../testing/faults-of-time';

const songkran = ['2026-01-01', '2026-04-13', '2026-04-14', '2026-04-15', '2026-12-31'];

describe('working and calendar days', () => {
  it('of one kind are compared as they are', () => {
    expect(new DayCount().most({ days: 15, unit: 'calendar' }, 'calendar')).toBe(15);
    expect(new DayCount().most({ days: 15, unit: 'working' }, 'working')).toBe(15);
  });

  it('working days are as many calendar days as they take from the worst day to begin on', () => {
    expect(new DayCount().most({ days: 5, unit: 'working' }, 'calendar')).toBe(7);
    expect(new DayCount().most({ days: 6, unit: 'working' }, 'calendar')).toBe(10);
    expect(new DayCount(songkran).most({ days: 5, unit: 'working' }, 'calendar')).toBe(12);
  });

  it('calendar days hold as many working days as they can, with the day that they run on to', () => {
    expect(new DayCount().most({ days: 7, unit: 'calendar' }, 'working')).toBe(6);
    expect(new DayCount().most({ days: 2, unit: 'calendar' }, 'working')).toBe(2);
  });
});

describe('the longest lawful path', () => {
  it('is told with its lane, its days and its steps', () => {
    const { longestPath } = prove(libraryCard());
    expect(longestPath).toMatchObject({ lane: 'vault', days: 5, unit: 'working', statute: 5 });
    expect(longestPath?.steps[0]?.happening.event).toBeUndefined();
  });

  it('does not count the time with the applicant, and a file made complete begins a new time limit', () => {
    const { longestPath } = prove(lawfulInTime.secondDemand);
    expect(longestPath?.days).toBe(5);
  });
});
