import { readAppointment } from './appointment';

describe('a typed appointment', () => {
  it.each([
    ['27/11/2569', '9.30'], ['27 พ.ย. 2569', '09:30 น.'], ['๒๗ พฤศจิกายน ๒๕๖๙', '๙.๓๐'], ['27/11/2026', '0930'], ['2026-11-27', '9:30'], ['27 Nov 2026', ' 9:30 '],
  ])('reads %s %s as the same moment of Thai time', (date, time) => {
    expect(readAppointment(date, time)).toEqual({ date: '2026-11-27', plannedFor: '2026-11-27T09:30:00+07:00', faults: [] });
  });

  it.each([['25:00'], ['9.75'], ['เก้าโมง'], ['']])('does not take %s for a time, and still gives the day', (time) => {
    expect(readAppointment('27/11/2569', time)).toEqual({ date: '2026-11-27', faults: ['time'] });
  });

  it.each([['พรุ่งนี้', 'date'], ['31/11/2569', 'day'], ['27/11/69', 'year'], ['27/11/256', 'year']])('says what is wrong with %s', (date, fault) => {
    expect(readAppointment(date, '9.30')).toEqual({ faults: [fault] });
  });

  it('says at once when neither can be read', () => {
    expect(readAppointment('', '')).toEqual({ faults: ['date', 'time'] });
  });
});
