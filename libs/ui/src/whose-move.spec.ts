import { WhoseMove } from './whose-move';
import { render, wordsOf } from './testing/render';

describe('whose move it is', () => {
  const what = { th: 'โปรดชำระค่าธรรมเนียม', en: 'Please pay' };

  it('is one sentence and one button', async () => {
    const { element } = await render(WhoseMove, { move: { who: 'applicant', what, link: '/my/bills/1', action: { th: 'ชำระ', en: 'Pay' } } });
    expect(wordsOf(element)).toBe('รอคุณดำเนินการ โปรดชำระค่าธรรมเนียม ชำระ');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/my/bills/1');
  });

  it('has no button where there is nothing to do', async () => {
    const { element } = await render(WhoseMove, { move: { who: 'offices', what } });
    expect(element.querySelector('a')).toBeNull();
    expect(wordsOf(element)).toContain('หน่วยงานกำลังดำเนินการ');
  });
});
