import { DayField } from './day-field';
import { render, wordsOf } from './testing/render';

async function shown(inputs: Record<string, unknown> = {}) {
  const { fixture, element } = await render(DayField, { for: 'from', label: 'ตั้งแต่วันที่', value: '', ...inputs });
  const line = element.querySelector('input') as HTMLInputElement;
  const type = async (words: string) => {
    line.value = words;
    line.dispatchEvent(new Event('input'));
    line.dispatchEvent(new Event('change'));
    await fixture.whenStable();
  };
  return { field: fixture.componentInstance, element, line, type };
}

describe('a day that is typed', () => {
  it.each(['28/12/2569', '28 ธ.ค. 2569', '๒๘ ธันวาคม ๒๕๖๙', '28 December 2026', '2026-12-28'])('is the same, written as %s, and is read back in words', async (words) => {
    const { field, element, type } = await shown();
    await type(words);
    expect(field.value()).toBe('2026-12-28');
    expect(wordsOf(element)).toContain('คือ 28 ธันวาคม 2569');
  });

  it.each([
    ['31/11/2569', 'ไม่มีวันที่นี้ในปฏิทิน'],
    ['28/12/69', 'กรอกปีเป็นเลข 4 หลัก'],
    ['พรุ่งนี้', 'กรอกวันที่ เช่น'],
  ])('is no day when it is %s: the field says so, keeps it, and gives nobody a day', async (words, fault) => {
    const { field, element, line, type } = await shown();
    await type(words);
    expect(wordsOf(element)).toContain(fault);
    expect(line.value).toBe(words);
    expect(field.value()).toBe(words);
    expect(line.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelector(`#${line.getAttribute('aria-describedby')?.split(' ')[1]}`)?.textContent).toContain(fault);
  });

  it('says which bound it passes', async () => {
    const { element, type } = await shown({ earliest: '2026-12-01', latest: '2026-12-31' });
    await type('30/11/2569');
    expect(wordsOf(element)).toContain('ต้องไม่ก่อนวันที่ 1 ธันวาคม 2569');
    await type('1/1/2570');
    expect(wordsOf(element)).toContain('ต้องไม่หลังวันที่ 31 ธันวาคม 2569');
  });

  it('shows a day that is there already, and may be emptied', async () => {
    const { field, line, type } = await shown({ value: '2026-12-28' });
    expect(line.value).toBe('28 ธ.ค. 2569');
    await type('');
    expect(field.value()).toBe('');
  });
});
