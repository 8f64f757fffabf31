import { bahtInWords, bahtRange, bytesInWords, dayInWords, daysInWords, momentInWords } from './formats';

describe('dates in words', () => {
  it('have the Buddhist year in Thai and the Christian one in English', () => {
    expect(dayInWords('2026-11-21', 'th')).toBe('21 พฤศจิกายน 2569');
    expect(dayInWords('2026-11-21', 'en')).toBe('21 November 2026');
    expect(dayInWords('2026-11-21', 'th', 'short')).toBe('21 พ.ย. 2569');
  });

  it('are those of Thailand, also shortly before midnight UTC', () => {
    expect(dayInWords('2026-11-21T18:30:00Z', 'en')).toBe('22 November 2026');
    expect(momentInWords('2026-11-21T10:05:00Z', 'th')).toBe('21 พ.ย. 2569 เวลา 17:05 น.');
    expect(momentInWords('2026-11-21T10:05:00Z', 'en')).toBe('21 Nov 2026, 17:05');
  });

  it('leave what is no date as it is', () => {
    expect(dayInWords('soon', 'th')).toBe('soon');
  });
});

describe('money in words', () => {
  it('shows satang only where there are any', () => {
    expect(bahtInWords(123_450_000, 'th')).toBe('1,234,500 บาท');
    expect(bahtInWords(1250, 'en')).toBe('12.50 baht');
  });

  it('says a range, one figure, or that there is no fee', () => {
    expect(bahtRange({ min: 20_000, max: 300_000 }, 'en')).toBe('200–3,000 baht');
    expect(bahtRange({ min: 5000, max: 5000 }, 'th')).toBe('50 บาท');
    expect(bahtRange({ min: 0, max: 0 }, 'th')).toBe('ไม่มีค่าธรรมเนียม');
  });
});

describe('sizes and spans', () => {
  it('are said as people say them', () => {
    expect(bytesInWords(380_400)).toBe('380 kB');
    expect(bytesInWords(2_440_000)).toBe('2.4 MB');
    expect(daysInWords(1, 'working', 'en')).toBe('1 working day');
    expect(daysInWords(30, 'calendar', 'th')).toBe('30 วัน');
  });
});
