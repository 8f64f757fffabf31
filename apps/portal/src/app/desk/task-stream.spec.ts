import type { DestroyRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Moved } from '@anuyat/contract';
import { OPEN_STREAM, TaskStream } from './task-stream';

class AStream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
  tell(name: string, data?: unknown): void {
    this.dispatchEvent(data === undefined ? new Event(name) : new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

function aPage(): { ref: DestroyRef; leave: () => void } {
  const ends: (() => void)[] = [];
  return { ref: { onDestroy: (end: () => void) => (ends.push(end), () => undefined), destroyed: false }, leave: () => ends.forEach((end) => end()) };
}

describe('the stream of the desk', () => {
  const opened: AStream[] = [];
  const heard: (Moved | null)[] = [];
  let stream: TaskStream;
  const moved: Moved = { caseId: 'case-1', applicationId: 'app-1', revision: 4 };

  const waiting: (() => void)[] = [];
  const { setTimeout: realTimeout } = globalThis;
  /** Everything that waits for its time happens now. */
  const letTimePass = () => waiting.splice(0).forEach((act) => act());

  beforeEach(() => {
    globalThis.setTimeout = ((act: () => void) => waiting.push(act)) as unknown as typeof setTimeout;
    waiting.length = 0;
    opened.length = 0;
    heard.length = 0;
    const open = () => {
      const one = new AStream();
      opened.push(one);
      return one as unknown as EventSource;
    };
    TestBed.configureTestingModule({ providers: [TaskStream, { provide: OPEN_STREAM, useValue: open }] });
    stream = TestBed.inject(TaskStream);
  });

  afterEach(() => (globalThis.setTimeout = realTimeout));

  it('is one for all who listen, and tells them what moved', () => {
    stream.hear(aPage().ref, (one) => heard.push(one));
    stream.hear(aPage().ref, (one) => heard.push(one));
    opened[0]?.tell('open');
    opened[0]?.tell('moved', moved);
    expect(opened).toHaveLength(1);
    expect(stream.isLive()).toBe(true);
    expect(heard).toEqual([moved, moved]);
  });

  it('says after a break that something may have been missed', () => {
    stream.hear(aPage().ref, (one) => heard.push(one));
    opened[0]?.tell('open');
    opened[0]?.tell('error');
    expect(stream.isLive()).toBe(false);
    opened[0]?.tell('open');
    expect(heard).toEqual([null]);
  });

  it('asks again where the browser has given up', () => {
    stream.hear(aPage().ref, (one) => heard.push(one));
    const [first] = opened;
    if (first) first.readyState = first.CLOSED;
    first?.tell('error');
    letTimePass();
    expect(opened).toHaveLength(2);
    expect(heard).toEqual([null]);
  });

  it('stays open from one page of the desk to the next, and closes after the last', () => {
    const [inbox, review] = [aPage(), aPage()];
    stream.hear(inbox.ref, () => undefined);
    inbox.leave();
    stream.hear(review.ref, () => undefined);
    letTimePass();
    expect(opened).toHaveLength(1);
    expect(opened[0]?.isClosed).toBe(false);
    review.leave();
    letTimePass();
    expect(opened[0]?.isClosed).toBe(true);
  });
});
