import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { LifeAppeal } from './life-appeal';

const remedy = { to: { th: 'เจ้าหน้าที่ผู้ออกคำสั่งนี้', en: 'the officer who made this order' }, isOver: false };
const order = { id: 'o1', applicationId: 'life', decidedAt: '2026-11-22T03:00:00Z', mayAppeal: true, appeal: null, remedy };

it('the form of an appeal against an order about a licence opens with its words and its place for papers', async () => {
  TestBed.configureTestingModule({
    imports: [LifeAppeal, TranslocoTestingModule.forRoot({ langs: { th: {} }, translocoConfig: { availableLangs: ['th'], defaultLang: 'th' } })],
    providers: [provideHttpClient(), provideHttpClientTesting()],
  });
  const fixture = TestBed.createComponent(LifeAppeal);
  fixture.componentRef.setInput('order', order);
  fixture.componentRef.setInput('caseId', 'c1');
  await fixture.whenStable();
  const host: HTMLElement = fixture.nativeElement;
  host.querySelector('button')?.click();
  fixture.detectChanges();
  TestBed.inject(HttpTestingController).expectOne('/api/cases/c1').flush({ documents: [] });
  await fixture.whenStable();
  expect(host.querySelectorAll('textarea').length).toBeGreaterThan(0);
  expect(host.querySelector('anuyat-paper-slot')).not.toBeNull();
});
