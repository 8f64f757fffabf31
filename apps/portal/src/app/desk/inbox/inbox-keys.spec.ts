import { TestBed } from '@angular/core/testing';
import { InboxKeys } from './inbox-keys';

function press(init: KeyboardEventInit, on: EventTarget = document.activeElement ?? document.body): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
}

const focused = () => (document.activeElement as HTMLElement).dataset['task'] ?? document.activeElement?.tagName;

describe('the keys of the inbox', () => {
  let keys: InboxKeys;

  beforeEach(() => {
    localStorage.clear();
    document.body.replaceChildren();
    for (const id of ['a', 'b', 'c']) {
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.dataset['task'] = id;
      document.body.append(link);
    }
    document.body.append(document.createElement('input'));
    TestBed.configureTestingModule({ providers: [InboxKeys] });
    keys = TestBed.inject(InboxKeys);
  });

  it('go down with j and up with k, and stay at the ends', () => {
    press({ key: 'j', code: 'KeyJ' });
    expect(focused()).toBe('a');
    for (let times = 0; times < 4; times++) press({ key: 'j', code: 'KeyJ' });
    expect(focused()).toBe('c');
    press({ key: 'k', code: 'KeyK' });
    expect(focused()).toBe('b');
  });

  it('work on a Thai keyboard, where they write other letters', () => {
    press({ key: '่', code: 'KeyJ' });
    press({ key: '่', code: 'KeyJ' });
    expect(focused()).toBe('b');
    press({ key: 'า', code: 'KeyK' });
    expect(focused()).toBe('a');
  });

  it('go by the letter where a keyboard has its letters elsewhere', () => {
    press({ key: 'j', code: 'KeyC' });
    expect(focused()).toBe('a');
    press({ key: 'h', code: 'KeyJ' });
    expect(focused()).toBe('a');
  });

  it('leave letters to who is typing, and chords to the browser', () => {
    document.querySelector('input')?.focus();
    press({ key: 'j', code: 'KeyJ' });
    expect(focused()).toBe('INPUT');
    document.querySelector('input')?.blur();
    press({ key: 'j', code: 'KeyJ', ctrlKey: true });
    expect(focused()).toBe('BODY');
  });

  it('can be switched off, and stay so', () => {
    keys.switchTo(false);
    press({ key: 'j', code: 'KeyJ' });
    expect(focused()).toBe('BODY');
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [InboxKeys] });
    expect(TestBed.inject(InboxKeys).isOn()).toBe(false);
  });
});
