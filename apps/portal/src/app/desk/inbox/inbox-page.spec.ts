import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { TestRequest } from '@angular/common/http/testing';
import type { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Moved, TaskPage } from '@anuyat/contract';
import { Announcer, Language } from '@anuyat/ui';
import { ListPlace } from '../../core/list-place';
import { Claims } from '../claims';
import { TaskStream } from '../task-stream';
import { aTask } from '../testing/a-task';
import { deskWords } from '../testing/desk-words';
import { InboxPage } from './inbox-page';

const counts = { overdue: 1, escalated: 0, demands: 0, dueToday: 0, open: 2, mine: 0 };
const pageOf = (ids: string[], next: string | null = null): TaskPage => ({ items: ids.map((id) => aTask({ id, businessName: `Shop ${id}` })), next, counts });

describe('the inbox', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  let move: (moved: Moved | null) => void;
  const said: string[] = [];

  const page = () => harness.routeNativeElement as HTMLElement;
  const names = () => [...page().querySelectorAll('a[data-task]')].map((link) => link.textContent);
  /** The call for tasks, as soon as there is one. */
  const asked = async (): Promise<TestRequest> => {
    for (;;) {
      TestBed.tick();
      const [call] = http.match(({ url }) => url === '/api/tasks');
      if (call) return call;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  beforeEach(async () => {
    said.length = 0;
    const stream = { isLive: () => true, hear: (_whom: DestroyRef, listener: typeof move) => (move = listener) };
    TestBed.configureTestingModule({
      imports: [deskWords()],
      providers: [
        provideHttpClient(), provideHttpClientTesting(), provideRouter([{ path: 'desk', component: InboxPage }]), Claims, ListPlace,
        { provide: TaskStream, useValue: stream }, { provide: Announcer, useValue: { say: (sentence: string) => said.push(sentence) } },
      ],
    });
    TestBed.inject(Language).use('en');
    http = TestBed.inject(HttpTestingController);
    harness = await RouterTestingHarness.create();
  });

  async function open(address: string, answer: TaskPage): Promise<void> {
    await harness.navigateByUrl(address);
    http.match('/api/licence-types').forEach((call) => call.flush([]));
    (await asked()).flush(answer);
    await settled();
  }

  it('asks for what the address narrows, and shows what comes', async () => {
    await harness.navigateByUrl('/desk?overdue=true&q=shop');
    const call = await asked();
    expect(call.request.params.toString()).toBe('overdue=true&q=shop');
    call.flush(pageOf(['a', 'b']));
    await settled();
    expect(names()).toEqual(['Shop a', 'Shop b']);
  });

  it('teaches when it is empty, and offers a way out when the filters made it so', async () => {
    await open('/desk', pageOf([]));
    expect(page().textContent).toContain('Nothing is waiting');
    await open('/desk?mine=true', pageOf([]));
    expect(page().textContent).toContain('No task matches');
  });

  it('fetches quietly when something moved, and says what came in', async () => {
    await open('/desk', pageOf(['a']));
    move({ caseId: 'case-1', applicationId: 'app-1', revision: 4 });
    move({ caseId: 'case-1', applicationId: 'app-2', revision: 1 });
    (await asked()).flush(pageOf(['b', 'a']));
    await settled();
    expect(names()).toEqual(['Shop b', 'Shop a']);
    expect(said).toEqual(['A new task has come in']);
  });

  it('keeps what it shows when a refresh fails', async () => {
    await open('/desk', pageOf(['a']));
    move(null);
    (await asked()).error(new ProgressEvent('error'));
    await settled();
    expect(names()).toEqual(['Shop a']);
    expect(page().textContent).toContain('We cannot reach the portal just now');
  });

  it('announces nothing when another page or filter is opened', async () => {
    await open('/desk', pageOf(['a'], 'cursor-1'));
    [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Next'))?.click();
    await settled();
    const call = await asked();
    expect(call.request.params.get('after')).toBe('cursor-1');
    call.flush(pageOf(['c']));
    await settled();
    expect(names()).toEqual(['Shop c']);
    expect(said).toEqual([]);
    expect(TestBed.inject(ListPlace).linkTo('/desk')).toBe('/desk?after=cursor-1');
  });
});
