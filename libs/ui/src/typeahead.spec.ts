import { Typeahead } from './typeahead';
import { render, wordsOf } from './testing/render';

const option = (key: string) => ({ key, title: { th: key, en: key }, value: key });
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a type-ahead', () => {
  it('offers matches, lets the arrow keys choose one, and tells it', async () => {
    const asked: string[] = [];
    const find = (typed: string) => (asked.push(typed), Promise.resolve([option('คลองตัน'), option('คลองเตย')]));
    const { fixture, element } = await render(Typeahead<string>, { id: 'area', label: 'พื้นที่', find });
    const picked: string[] = [];
    fixture.componentInstance.picked.subscribe((value) => picked.push(value));
    const field = element.querySelector('input') as HTMLInputElement;
    const press = (key: string) => field.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));

    field.value = 'ค';
    field.dispatchEvent(new Event('input'));
    field.value = 'คลอง';
    field.dispatchEvent(new Event('input'));
    await later(260);
    await fixture.whenStable();
    expect(asked).toEqual(['คลอง']);
    expect(field.getAttribute('aria-expanded')).toBe('true');

    press('ArrowDown');
    press('ArrowDown');
    await fixture.whenStable();
    expect(field.getAttribute('aria-activedescendant')).toBe('area-1');
    press('Enter');
    await fixture.whenStable();
    expect(picked).toEqual(['คลองเตย']);
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(field.value).toBe('คลองเตย');
  });

  it('says that nothing was found', async () => {
    const { fixture, element } = await render(Typeahead<string>, { id: 'area', label: 'พื้นที่', find: () => Promise.resolve([]) });
    const field = element.querySelector('input') as HTMLInputElement;
    field.value = 'zz';
    field.dispatchEvent(new Event('input'));
    await later(260);
    await fixture.whenStable();
    expect(wordsOf(element.querySelector('[role=status]'))).toBe('ไม่พบรายการที่ตรงกัน');
  });
});
