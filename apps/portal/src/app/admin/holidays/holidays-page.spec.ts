import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import type { HolidayView } from '@anuyat/contract';
import { Language } from '@anuyat/ui';
import common from '../../../i18n/en.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import { HolidayDrafts } from './holiday-drafts';
import { HolidaysPage } from './holidays-page';

const newYear: HolidayView = { date: '2026-01-01', title: { th: 'วันขึ้นปีใหม่', en: 'New Year’s Day' }, source: 'Cabinet' };
const address = '/api/reference/holidays?year=2026';

describe('the calendar of a year', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const page = () => harness.routeNativeElement as HTMLElement;
  const text = () => page().textContent?.replace(/\s+/g, ' ') ?? '';
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const press = async (words: string) => {
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))?.click();
    await settled();
  };
  const type = (field: string, words: string) => {
    const control = page().querySelector<HTMLInputElement>(`#holiday-${field}`);
    if (!control) throw new Error(`There is no field ${field}.`);
    control.value = words;
    control.dispatchEvent(new Event('input'));
  };
  const add = async () => {
    for (const [field, words] of [['date', '13/4/2569'], ['th', 'วันสงกรานต์'], ['en', 'Songkran'], ['source', 'Cabinet']] as const) type(field, words);
    page().querySelector('.holiday-form form, form.holiday-form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({
      imports: [TranslocoTestingModule.forRoot({ langs: { en: { ...common, admin: en } }, translocoConfig: { availableLangs: ['en'], defaultLang: 'en' }, preloadLangs: true })],
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: 'holidays', component: HolidaysPage }]), HolidayDrafts],
    });
    TestBed.inject(Language).use('en');
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create('/holidays?year=2026');
    http.expectOne(address).flush([newYear]);
    await settled();
  });

  it('saves the whole year with what was added', async () => {
    await add();
    expect(text()).toContain('One change is not saved');
    await press('Save the whole of 2026');
    const put = http.expectOne({ method: 'PUT', url: address });
    expect(put.request.body).toEqual({ days: [newYear, { date: '2026-04-13', title: { th: 'วันสงกรานต์', en: 'Songkran' }, source: 'Cabinet' }] });
    put.flush(put.request.body.days);
    await settled();
    expect(text()).toContain('Holidays of 2026 are saved');
    expect(text()).not.toContain('not saved');
  });

  it('keeps everything when saving is refused, and says which day is wrong', async () => {
    await add();
    await press('Save the whole of 2026');
    const problem = { type: 'about:blank', status: 422, code: 'answers-invalid', title: { th: 'ผิด', en: 'Wrong' }, fields: [{ path: 'days.1.date', code: 'twice', message: { th: 'ซ้ำ', en: 'This day is in the list already.' } }] };
    http.expectOne({ method: 'PUT', url: address }).flush(problem, { status: 422, statusText: 'Unprocessable' });
    await settled();
    expect(text()).toContain('Mon 13 April: This day is in the list already.');
    expect(text()).toContain('Songkran');
    expect(text()).toContain('One change is not saved');
  });

  it('takes a day out, and puts everything back on demand', async () => {
    await press('Remove');
    expect(text()).toContain('This year has no holidays yet');
    await press('Undo all changes');
    expect(text()).toContain('New Year’s Day');
    expect(text()).not.toContain('not saved');
  });

  it('keeps unsaved changes while another year is looked at', async () => {
    await add();
    await harness.navigateByUrl('/holidays?year=2027');
    http.expectOne('/api/reference/holidays?year=2027').flush([]);
    await settled();
    expect(text()).not.toContain('Songkran');
    await harness.navigateByUrl('/holidays?year=2026');
    http.expectOne(address).flush([newYear]);
    await settled();
    expect(text()).toContain('Songkran');
  });
});
