import { ClockChip, daysLeftInWords, uncertainInWords } from './clock-chip';
import { render, wordsOf } from './testing/render';

describe('the clock chip', () => {
  it('says the days left and when they end', async () => {
    const { element } = await render(ClockChip, { dueAt: '2026-11-27T09:00:00Z', daysLeft: 4 });
    expect(wordsOf(element)).toBe('เหลือ 4 วันทำการ · ครบกำหนด 27 พ.ย. 2569');
  });

  it('says why a clock stands still instead of counting', async () => {
    const { element } = await render(ClockChip, { daysLeft: 4, pausedBecause: { th: 'รอคำตอบจากคุณ', en: 'waiting for you' } });
    expect(wordsOf(element)).toBe('หยุดนับเวลา รอคำตอบจากคุณ');
  });

  it('says whose time is running', async () => {
    const { element } = await render(ClockChip, { daysLeft: 1, party: { th: 'สำนักงานเขต', en: 'the district office' } });
    expect(wordsOf(element)).toContain('เวลาของสำนักงานเขต');
  });

  it('says that a day may move where the holidays of a year are not known, and nothing of it while the clock stands still', async () => {
    const { fixture, element } = await render(ClockChip, { dueAt: '2028-01-10T09:00:00Z', daysLeft: 40, uncertainYears: [2028] });
    expect(wordsOf(element)).toContain('วันครบกำหนดอาจเลื่อนออกไป เพราะยังไม่มีปฏิทินวันหยุดราชการ พ.ศ. 2571');
    expect(uncertainInWords([2028, 2029], 'en')).toBe('This day may come to be later: the government holidays of 2028, 2029 are not known yet.');
    expect(uncertainInWords([], 'en')).toBe('');
    fixture.componentRef.setInput('pausedBecause', { th: 'รอคำตอบจากคุณ', en: 'waiting for you' });
    await fixture.whenStable();
    expect(wordsOf(element)).toBe('หยุดนับเวลา รอคำตอบจากคุณ');
  });

  it.each([
    [2, false, '2 working days left'],
    [1, false, '1 working day left'],
    [0, false, 'Due today'],
    [-3, true, '3 working days overdue'],
    [null, true, 'Overdue'],
  ] as const)('says %s days (late: %s) as “%s”', (days, isOverdue, words) => {
    expect(daysLeftInWords(days, isOverdue, 'en')).toBe(words);
  });
});
