import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Language } from '@anuyat/ui';
import { ClaimNotice } from './claim-notice';
import { Claims } from './claims';
import { aTask } from './testing/a-task';
import { deskWords } from './testing/desk-words';

describe('taking a task', () => {
  let http: HttpTestingController;
  let claims: Claims;

  beforeEach(() => {
    TestBed.configureTestingModule({ imports: [ClaimNotice, deskWords()], providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), Claims] });
    TestBed.inject(Language).use('en');
    http = TestBed.inject(HttpTestingController);
    claims = TestBed.inject(Claims);
  });

  it('is one call, however often it is pressed', async () => {
    const first = claims.claim(aTask());
    await expect(claims.claim(aTask())).resolves.toBe(false);
    http.expectOne('/api/tasks/task-1/claim').flush({});
    await expect(first).resolves.toBe(true);
    expect(claims.busyWith()).toBeNull();
  });

  it('says who was quicker', async () => {
    const fixture = TestBed.createComponent(ClaimNotice);
    const taken = claims.claim(aTask());
    http.expectOne('/api/tasks/task-1/claim').flush({ type: 'about:blank', status: 409, code: 'task-taken', title: { th: 'มีผู้รับแล้ว', en: 'Taken' } }, { status: 409, statusText: 'Conflict' });
    await expect(taken).resolves.toBe(false);
    fixture.componentRef.setInput('tasks', [aTask({ assignee: { id: 'other', name: { th: 'สุดา', en: 'Suda' } } })]);
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toContain('Suda has already taken this task');
    claims.forget();
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent.trim()).toBe('');
  });

  it('shows any other refusal as what it is', async () => {
    const fixture = TestBed.createComponent(ClaimNotice);
    fixture.componentRef.setInput('tasks', []);
    const refused = claims.release(aTask());
    http.expectOne('/api/tasks/task-1/release').flush({ type: 'about:blank', status: 403, code: 'not-allowed', title: { th: 'ไม่มีสิทธิ', en: 'You may not do this' } }, { status: 403, statusText: 'Forbidden' });
    await refused;
    await fixture.whenStable();
    expect(fixture.nativeElement.textContent).toContain('You may not do this');
  });
});
