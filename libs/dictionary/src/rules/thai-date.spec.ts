import fc from 'fast-check';
import { bangkokDate, formatInstant } from './bangkok-time';
import { buddhistYearOf, formatDate, formatShortDate, isIsoDate, parseThaiDate } from './thai-date';

const days = fc.date({ min: new Date('1860-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('parseThaiDate', () => {
  it.each([
    '21 พ.ย. 2569', '21 พย 2569', '21 พฤศจิกายน 2569', '21พฤศจิกายน2569', 'วันที่ 21 พฤศจิกายน พ.ศ. 2569', '๒๑ พฤศจิกายน ๒๕๖๙', '21/11/2569', '21-11-2569',
    '21.11.2569', ' 21 / 11 / 2569 ', '๒๑/๑๑/๒๕๖๙', '21 November 2569 BE', '21 พฤศจิกาย\u200Bน 2569',
  ])('reads %s as a Buddhist date', (typed) => {
    expect(parseThaiDate(typed)).toEqual({ date: '2026-11-21', calendar: 'buddhist', isYearCertain: true });
  });

  it.each(['21 November 2026', '21 nov 2026', '21/11/2026', '2026-11-21', '21 พ.ย. 2026', '21 พ.ย. ค.ศ. 2026'])('reads %s as a Christian date and says so', (typed) => {
    expect(parseThaiDate(typed)).toEqual({ date: '2026-11-21', calendar: 'christian', isYearCertain: true });
  });

  it('takes two digits for a Buddhist year, and says that it is not certain', () => {
    expect(parseThaiDate('21 พ.ย. 69')).toEqual({ date: '2026-11-21', calendar: 'buddhist', isYearCertain: false });
  });

  it('knows 29 February in leap years only', () => {
    expect(parseThaiDate('29 ก.พ. 2571')).toMatchObject({ date: '2028-02-29' });
    expect(parseThaiDate('29 ก.พ. 2570')).toMatchObject({ problem: 'no-such-day' });
  });

  it.each([
    ['31 เมษายน 2569', 'no-such-day'], ['0/1/2569', 'no-such-day'], ['1/13/2569', 'no-such-day'], ['21 พ.ย. 2300', 'year-unclear'], ['21 พ.ย. 256', 'year-unclear'],
    ['พรุ่งนี้', 'not-a-date'], ['', 'not-a-date'], ['21 มกรา 2569 x', 'not-a-date'], ['ก'.repeat(10_000), 'not-a-date'],
  ])('refuses "%s" as %s, in both languages', (typed, code) => {
    const reading = parseThaiDate(typed);
    expect(reading).toMatchObject({ problem: code, message: { th: expect.stringMatching(/[ก-ฮ]/), en: expect.stringMatching(/[a-z]/) } });
  });

  it('reads back every date that it writes, long or short, in both languages', () => {
    fc.assert(fc.property(days, (date) => {
      for (const language of ['th', 'en'] as const) {
        expect(parseThaiDate(formatDate(date, language))).toMatchObject({ date });
        expect(parseThaiDate(formatShortDate(date, language))).toMatchObject({ date });
      }
    }));
  });
});

describe('writing dates', () => {
  it('uses the Buddhist year in Thai and may give both in English', () => {
    expect(formatDate('2026-11-21', 'th')).toBe('21 พฤศจิกายน 2569');
    expect(formatDate('2026-11-21', 'en')).toBe('21 November 2026');
    expect(formatDate('2026-11-21', 'en', 'both')).toBe('21 November 2026 (2569 BE)');
    expect(formatShortDate('2026-11-21', 'th')).toBe('21 พ.ย. 2569');
    expect(buddhistYearOf('2026-11-21')).toBe(2569);
  });

  it('agrees with the Thai calendar of the platform', () => {
    const platform = new Intl.DateTimeFormat('th-TH-u-ca-buddhist-nu-latn', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    fc.assert(fc.property(days, (date) => {
      const parts = Object.fromEntries(platform.formatToParts(new Date(date)).map(({ type, value }) => [type, value]));
      expect(formatDate(date, 'th')).toBe(`${parts['day']} ${parts['month']} ${parts['year']}`);
    }));
  });

  it('refuses what is no ISO date', () => {
    expect(() => formatDate('21/11/2569', 'th')).toThrow('is not an ISO date');
    expect(isIsoDate('2026-02-30')).toBe(false);
    expect(isIsoDate('2026-2-3')).toBe(false);
    expect(isIsoDate('2026-11-21')).toBe(true);
  });

  it('counts the day as Thailand does', () => {
    expect(bangkokDate('2026-11-21T16:59:59Z')).toBe('2026-11-21');
    expect(bangkokDate('2026-11-21T17:00:00Z')).toBe('2026-11-22');
    expect(formatInstant('2026-11-21T10:05:00Z', 'th')).toBe('21 พฤศจิกายน 2569 เวลา 17.05 น.');
    expect(formatInstant(new Date('2026-11-21T10:05:00Z'), 'en')).toBe('21 November 2026, 17:05');
  });
});
