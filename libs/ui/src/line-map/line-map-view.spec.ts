import { render, wordsOf } from '../testing/render';
import { LineMapView } from './line-map-view';

const text = (words: string) => ({ th: words, en: words });
const map = {
  lines: [
    {
      id: 'a', title: text('สาธารณสุข'), subtitle: text('เขตวัฒนา'), colour: 0, group: 'g', groupTitle: text('ร้านอาหาร'),
      stations: [
        { id: 's', title: text('ยื่น'), state: 'done', kind: 'main', at: '2026-11-21T03:00:00Z' },
        { id: 'n', title: text('ตรวจ'), state: 'now', kind: 'main' },
      ],
    },
  ],
};

describe('the line map', () => {
  it('says the same as a list that the drawing says in lines', async () => {
    const { element } = await render(LineMapView, { map });
    expect([...element.querySelectorAll('ol li')].map(wordsOf)).toEqual(['ยื่น (เสร็จแล้ว, 21 พฤศจิกายน 2569)', 'ตรวจ (ขั้นตอนปัจจุบัน)']);
    expect(element.querySelector('[aria-current=step]')?.textContent).toContain('ตรวจ');
    expect(wordsOf(element.querySelector('.visually-hidden'))).toContain('ร้านอาหาร: สาธารณสุข, เขตวัฒนา');
  });

  it('tells nothing of “done” or “ahead” where it is only a plan', async () => {
    const { element } = await render(LineMapView, { map, isPlan: true });
    expect(wordsOf(element.querySelectorAll('li')[1])).toBe('ตรวจ');
  });
});
