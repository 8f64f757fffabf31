import { ApplicationTag } from './application-tag';
import { Breadcrumbs } from './crumbs';
import { SummaryList } from './summary-list';
import { TaskList } from './task-list';
import { render, wordsOf } from './testing/render';

describe('a task list', () => {
  it('links what can be started and says the state of each in words', async () => {
    const { element } = await render(TaskList, {
      items: [
        { name: 'กิจการ', link: '/a', status: 'เสร็จแล้ว', tone: 'plain' },
        { name: 'ยื่นเรื่อง', status: 'ยังยื่นไม่ได้', tone: 'plain' },
      ],
    });
    const [first, second] = element.querySelectorAll('li');
    expect(first?.querySelector('a')?.getAttribute('href')).toBe('/a');
    expect(second?.querySelector('a')).toBeNull();
    expect(wordsOf(second)).toBe('ยื่นเรื่อง ยังยื่นไม่ได้');
  });
});

describe('a summary list', () => {
  it('names the fact in each change link, and says where a fact came from', async () => {
    const { element } = await render(SummaryList, {
      rows: [{ label: 'ชื่อบริษัท', value: 'ตัวอย่าง จำกัด', origin: 'กรมพัฒนาธุรกิจการค้า', changeLink: '/x', isFromRegister: true }],
    });
    expect(wordsOf(element.querySelector('a'))).toBe('ไม่ถูกต้อง? ชื่อบริษัท');
    expect(wordsOf(element.querySelector('.fact-origin'))).toBe('ที่มา: กรมพัฒนาธุรกิจการค้า');
  });

  it('shows a dash for what is empty', async () => {
    const { element } = await render(SummaryList, { rows: [{ label: 'เว็บไซต์', value: '' }] });
    expect(wordsOf(element.querySelector('dd'))).toBe('–');
  });
});

describe('the tag of an application', () => {
  it('says its state in words beside a sign', async () => {
    const { element } = await render(ApplicationTag, { status: 'awaiting-payment' });
    expect(wordsOf(element)).toBe('รอชำระค่าธรรมเนียม');
    expect(element.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('breadcrumbs', () => {
  it('are a named navigation with a link for each page above', async () => {
    const { element } = await render(Breadcrumbs, { crumbs: [{ title: 'งาน', link: '/desk' }] });
    expect(element.querySelector('nav')?.getAttribute('aria-label')).toBe('เส้นทางของหน้า');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/desk');
  });
});
