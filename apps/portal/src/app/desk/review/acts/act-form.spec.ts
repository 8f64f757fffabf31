import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { TaskView } from '@anuyat/contract';
import { Language } from '@anuyat/ui';
import { aTask, anApplication } from '../../testing/a-task';
import { deskWords } from '../../testing/desk-words';
import { PlaceNames } from '../answers/place-names';
import { Deciding } from '../deciding/deciding';
import { DraftShelf } from '../deciding/draft-shelf';
import { ReviewFile } from '../review-file';
import { ActForm } from './act-form';

const EVENTS = '/api/applications/app-1/events';
const refused = { status: 409, statusText: 'Conflict' };
const change = (type: string) => ({ revision: 4, type, at: '2026-11-21T03:00:00Z', by: 'สุดา อนามัยดี' });
const stale = (type: string) => ({ type: 'about:blank', status: 409, code: 'stale-revision', title: { th: 'เก่า', en: 'Stale' }, currentRevision: 4, changes: [change(type)] });
const newest = (part: Partial<TaskView> = {}) => aTask({ application: anApplication({ revision: 4 }), ...part });

describe('the form of an act', () => {
  let fixture: ComponentFixture<ActForm>;
  let http: HttpTestingController;
  let deciding: Deciding;
  let file: ReviewFile;

  const text = () => (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
  const field = (id: string) => {
    const found = (fixture.nativeElement as HTMLElement).querySelector<HTMLTextAreaElement>(`#${id}`);
    if (!found) throw new Error(`There is no field ${id}.`);
    return found;
  };
  const write = async (id: string, words: string) => {
    field(id).value = words;
    field(id).dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const submit = async () => {
    (fixture.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  };
  /** Lets answers that have been flushed arrive, and the page be drawn. */
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.componentRef.setInput('task', file.task() ?? aTask());
    await fixture.whenStable();
  };
  const openAct = async (event: string) => {
    const act = file.task()?.acts.find((one) => one.event === event);
    if (!act) throw new Error(`There is no act ${event}.`);
    deciding.open(act);
    await fixture.whenStable();
  };

  beforeEach(async () => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      imports: [ActForm, deskWords()],
      providers: [provideHttpClient(), provideHttpClientTesting(), ReviewFile, Deciding, DraftShelf, PlaceNames],
    });
    TestBed.inject(Language).use('en');
    http = TestBed.inject(HttpTestingController);
    deciding = TestBed.inject(Deciding);
    file = TestBed.inject(ReviewFile);
    file.open('task-1');
    TestBed.tick();
    http.expectOne('/api/tasks/task-1').flush(aTask());
    await new Promise((resolve) => setTimeout(resolve));
    fixture = TestBed.createComponent(ActForm);
    fixture.componentRef.setInput('task', aTask());
    await fixture.whenStable();
  });

  it('says what the act will cause before it is sent', async () => {
    await openAct('health.accepted');
    expect(text()).toContain('Accept as complete');
    expect(text()).toContain('Next: the decision.');
  });

  it('sends what was written, on the revision that was read, and tells that it is recorded', async () => {
    await openAct('health.accepted');
    await write('act-note', 'All there');
    await submit();
    const sent = http.expectOne(EVENTS);
    expect(sent.request.body).toEqual({ type: 'health.accepted', data: { note: 'All there' }, revision: 3 });
    expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    sent.flush({ applicationId: 'app-1', revision: 4, status: 'in-review', may: [] });
    await settled();
    http.expectOne('/api/tasks/task-1').flush(newest({ acts: [] }));
    await settled();
    expect(deciding.result()).toMatchObject({ kind: 'done', act: { event: 'health.accepted' } });
    expect(deciding.act()).toBeNull();
    await openActAgain();
    expect(deciding.draft().note).toBe('');
  });

  it('keeps the key of the form when the line broke, so that the repeat is the same act', async () => {
    await openAct('health.accepted');
    await submit();
    const first = http.expectOne(EVENTS);
    first.error(new ProgressEvent('error'));
    await settled();
    expect(text()).toContain('Nothing you entered has been lost');
    await submit();
    expect(http.expectOne(EVENTS).request.headers.get('Idempotency-Key')).toBe(first.request.headers.get('Idempotency-Key'));
  });

  it('sends once more by itself when only another lane moved', async () => {
    await openAct('health.accepted');
    await submit();
    http.expectOne(EVENTS).flush(stale('building.accepted'), refused);
    await settled();
    http.expectOne('/api/tasks/task-1').flush(newest());
    await settled();
    expect(http.expectOne(EVENTS).request.body).toMatchObject({ revision: 4 });
  });

  it('tells who did what when a colleague was quicker, and loses nothing', async () => {
    await openAct('health.accepted');
    await write('act-note', 'My long note');
    await submit();
    http.expectOne(EVENTS).flush(stale('health.accepted'), refused);
    await settled();
    http.expectOne('/api/tasks/task-1').flush(newest({ acts: [] }));
    await settled();
    http.expectNone(EVENTS);
    expect(text()).toContain('สุดา อนามัยดี: File found complete');
    expect(text()).toContain('This can no longer be done');
    expect(field('act-note').value).toBe('My long note');
    expect(fixture.nativeElement.querySelector('button[type=submit]')).toBeNull();
  });

  it('does not send on facts that changed under the officer’s eyes until they are looked at', async () => {
    await openAct('health.accepted');
    const refreshed = file.refetch();
    http.expectOne('/api/tasks/task-1').flush(newest({ answers: { premises: { areaSqm: 400, tenure: 'rent' } } }));
    await refreshed;
    await settled();
    expect(text()).toContain('Before 40 m²');
    expect(text()).toContain('Now 400 m²');
    await submit();
    http.expectNone(EVENTS);
    file.takeNote();
    await settled();
    await submit();
    expect(http.expectOne(EVENTS).request.body).toMatchObject({ revision: 4 });
  });

  it('asks only with a message for each thing, and shows the letter before it goes', async () => {
    await openAct('health.asked');
    await submit();
    expect(text()).toContain('Choose at least one thing to ask about');
    deciding.pick({ kind: 'document', target: 'plan', message: '' }, true);
    await settled();
    await submit();
    expect(text()).toContain('Floor plan: Write what has to be corrected or added');
    await write('act-item-document-plan', 'The north side is missing.');
    await submit();
    expect(text()).toContain('The applicant will read this. It has not been sent yet.');
    expect(text()).toMatch(/Floor plan ?The north side is missing\./);
    http.expectNone(EVENTS);
    await submit();
    expect(http.expectOne(EVENTS).request.body).toEqual({
      type: 'health.asked', data: { items: [{ kind: 'document', target: 'plan', message: 'The north side is missing.' }] }, revision: 3,
    });
  });

  it('gives back what was written when it is opened again, and nothing of it to another act', async () => {
    await openAct('health.accepted');
    await write('act-note', 'Half a sentence');
    deciding.close();
    await openAct('health.asked');
    expect(field('act-note').value).toBe('');
    deciding.close();
    await openAct('health.accepted');
    expect(field('act-note').value).toBe('Half a sentence');
  });

  async function openActAgain(): Promise<void> {
    const act = aTask().acts[0];
    if (act) deciding.open(act);
    await fixture.whenStable();
  }
});
