import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CaseSummary } from '@anuyat/contract';
import { TranslocoTestingModule } from '@jsverse/transloco';
import th from '../i18n/th.json';
import { CaseCard } from './case-card';

const summary: CaseSummary = {
  id: 'c1', number: null, journey: { code: 'open-a-restaurant', title: { th: 'เปิดร้านอาหาร', en: 'Open a restaurant' } }, businessName: null, status: 'draft',
  move: { who: 'applicant', what: { th: 'กรอกต่อ', en: 'Go on' } }, applications: [], updatedAt: '2026-11-21T03:00:00Z', submittedAt: null,
};

async function show(given: CaseSummary): Promise<string> {
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { th: { my: th } }, translocoConfig: { availableLangs: ['th'], defaultLang: 'th' }, preloadLangs: true })],
    providers: [provideRouter([])],
  });
  const fixture = TestBed.createComponent(CaseCard);
  fixture.componentRef.setInput('case', given);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('a case in a list', () => {
  it('says that a draft is one, and has a name before the business has', async () => {
    const words = await show(summary);
    expect(words).toContain('ยังไม่ได้ตั้งชื่อกิจการ');
    expect(words).toContain('ฉบับร่าง');
    expect(words).toContain('รอคุณดำเนินการ');
  });

  it('says the number and the state of each application once it was sent', async () => {
    const words = await show({
      ...summary, number: 'C691121-000001', status: 'submitted', submittedAt: '2026-11-21T03:00:00Z',
      applications: [{ id: 'a1', code: 'x', title: { th: 'จดทะเบียนพาณิชย์', en: 'Registration' }, status: 'awaiting-payment' }],
    });
    expect(words).toContain('C691121-000001');
    expect(words).toContain('จดทะเบียนพาณิชย์รอชำระค่าธรรมเนียม');
  });
});
