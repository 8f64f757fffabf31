import { TestBed } from '@angular/core/testing';
import type { OpeningPlanView } from '@anuyat/contract';
import { OpeningPlan } from './opening-plan';

const text = (words: string) => ({ th: words, en: words });
const plan: OpeningPlanView = {
  today: '2026-11-23', opensOn: '2027-02-08', criticalPath: ['permit', 'use'],
  items: [
    { code: 'use', title: text('ใบรับรองอาคาร'), state: 'waiting', startsOn: '2027-01-07', endsOn: '2027-02-08', slackDays: 0, isCritical: true, waitsFor: [{ code: 'permit', title: text('ใบอนุญาตก่อสร้าง'), why: text('มาตรา 32') }], says: [text('รอ “ใบอนุญาตก่อสร้าง”')] },
    { code: 'permit', title: text('ใบอนุญาตก่อสร้าง'), state: 'running', startsOn: '2026-11-23', endsOn: '2027-01-07', slackDays: 0, isCritical: true, waitsFor: [], says: [text('กำลังพิจารณา')] },
  ],
};

async function show(given: OpeningPlanView): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(OpeningPlan);
  fixture.componentRef.setInput('plan', given);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

describe('the plan of an opening', () => {
  it('says the earliest day, what it hangs on, and lists the licences in the order in which they begin', async () => {
    const element = await show(plan);
    expect(element.querySelector('.opens')?.textContent).toContain('8 กุมภาพันธ์ 2570');
    expect(element.textContent).toContain('ใบอนุญาตก่อสร้าง → ใบรับรองอาคาร');
    expect([...element.querySelectorAll('li .strong')].map((each) => each.textContent)).toEqual(['ใบอนุญาตก่อสร้าง', 'ใบรับรองอาคาร']);
  });

  it('says why something comes first, and leaves the bars to the eye', async () => {
    const element = await show(plan);
    expect(element.querySelector('details')?.textContent).toContain('มาตรา 32');
    expect([...element.querySelectorAll('.track')].every((track) => track.getAttribute('aria-hidden') === 'true')).toBe(true);
    const [first, second] = [...element.querySelectorAll<HTMLElement>('.bar')];
    expect(parseFloat(first?.style.insetInlineStart ?? '')).toBe(0);
    expect(parseFloat(second?.style.insetInlineStart ?? '') + parseFloat(second?.style.inlineSize ?? '')).toBeCloseTo(100);
  });

  it('names no day when something was not granted', async () => {
    const blocked = plan.items.map((item) => ({ ...item, startsOn: null, endsOn: null, slackDays: null, isCritical: false }));
    const element = await show({ ...plan, opensOn: null, criticalPath: [], items: blocked });
    expect(element.querySelector('.opens')?.textContent).toContain('ยังบอกวันเปิดกิจการไม่ได้');
    expect(element.querySelectorAll('.bar')).toHaveLength(0);
  });
});
