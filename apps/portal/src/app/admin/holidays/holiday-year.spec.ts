import type { HolidayView } from '@anuyat/contract';
import { countChanges, readHoliday, withDay } from './holiday-year';

const day = (date: string, th = 'วันหยุด'): HolidayView => ({ date, title: { th, en: 'Holiday' }, source: 'Cabinet' });
const typed = { date: '5 ธ.ค. 2569', th: ' วันพ่อ ', en: 'Father’s Day', source: 'มติ ครม.' };

describe('a holiday as it is typed', () => {
  it('is read in either era', () => {
    const expected = { day: { date: '2026-12-05', title: { th: 'วันพ่อ', en: 'Father’s Day' }, source: 'มติ ครม.' } };
    expect(readHoliday(typed, 2026, [])).toEqual(expected);
    expect(readHoliday({ ...typed, date: '5/12/2026' }, 2026, [])).toEqual(expected);
  });

  it('needs its day, both names and its source', () => {
    expect(readHoliday({ date: '', th: ' ', en: '', source: '' }, 2026, [])).toEqual({
      faults: ['date', 'th', 'en', 'source'].map((field) => ({ field, words: `admin.faults.${field}` })),
    });
  });

  it('has to be in the year, and not in the list yet', () => {
    expect(readHoliday({ ...typed, date: '5/12/2570' }, 2026, [])).toEqual({ faults: [{ field: 'date', words: 'admin.faults.otherYear' }] });
    expect(readHoliday(typed, 2026, [day('2026-12-05')])).toEqual({ faults: [{ field: 'date', words: 'admin.faults.twice' }] });
  });

  it('is not guessed from a year of two digits', () => {
    expect(readHoliday({ ...typed, date: '5/12/69' }, 2026, [])).toEqual({ faults: [{ field: 'date', words: 'admin.faults.date' }] });
  });
});

describe('a year of holidays', () => {
  const year = [day('2026-01-01'), day('2026-12-10')];

  it('keeps the order of the calendar', () => {
    expect(withDay(year, day('2026-04-13'), null).map(({ date }) => date)).toEqual(['2026-01-01', '2026-04-13', '2026-12-10']);
  });

  it('moves a day that is changed', () => {
    expect(withDay(year, day('2026-12-11'), '2026-12-10').map(({ date }) => date)).toEqual(['2026-01-01', '2026-12-11']);
  });

  it('counts what was added, changed and taken out', () => {
    expect(countChanges(year, year)).toBe(0);
    expect(countChanges(year, [day('2026-01-01', 'ปีใหม่'), day('2026-04-13')])).toBe(3);
  });
});
