import { Component, signal } from '@angular/core';
import { DecisionBar } from './decision-bar';
import { Dialog } from './dialog';
import { Pagination } from './pagination';
import { Tabs } from './tabs';
import { render, wordsOf } from './testing/render';

describe('the decision bar', () => {
  it('describes each act by what it will cause, and tells which was chosen', async () => {
    const acts = [{ event: 'health.asked', title: { th: 'ขอข้อมูล', en: 'Ask' }, causes: { th: 'หยุดนับเวลา', en: 'Stops the clock' } }];
    const { fixture, element } = await render(DecisionBar, { acts });
    const chosen: string[] = [];
    fixture.componentInstance.chosen.subscribe((event) => chosen.push(event));
    const button = element.querySelector('button');
    button?.click();
    expect(chosen).toEqual(['health.asked']);
    expect(wordsOf(element.querySelector(`#${button?.getAttribute('aria-describedby') ?? ''}`))).toBe('หยุดนับเวลา');
  });
});

describe('tabs', () => {
  @Component({ imports: [Tabs], template: `<ui-tabs label="ส่วน" [tabs]="tabs" [(chosen)]="chosen">{{ chosen() }}</ui-tabs>` })
  class Host {
    readonly tabs = [{ id: 'a', title: 'ก' }, { id: 'b', title: 'ข' }, { id: 'c', title: 'ค' }];
    readonly chosen = signal('a');
  }

  it('move with the arrow keys, around the ends', async () => {
    const { fixture, element } = await render(Host);
    const press = (key: string) => element.querySelector('[aria-selected=true]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowLeft');
    expect(fixture.componentInstance.chosen()).toBe('c');
    await fixture.whenStable();
    press('Home');
    expect(fixture.componentInstance.chosen()).toBe('a');
  });

  it('let only the chosen tab be reached by Tab', async () => {
    const { element } = await render(Host);
    expect([...element.querySelectorAll<HTMLElement>('[role=tab]')].map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  });
});

describe('pagination', () => {
  it('offers only the pages that exist', async () => {
    const { element } = await render(Pagination, { hasNext: true });
    expect([...element.querySelectorAll('button')].map(wordsOf)).toEqual(['หน้าถัดไป']);
  });

  it('is not there for one page', async () => {
    const { element } = await render(Pagination);
    expect(element.querySelector('nav')).toBeNull();
  });
});

describe('a dialog', () => {
  it('opens as the browser’s modal, named by its heading, and tells when it was closed', async () => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
      this.dispatchEvent(new Event('close'));
    };
    const { fixture, element } = await render(Dialog, { heading: 'ถอนคำขอ', isOpen: true });
    const box = element.querySelector('dialog');
    expect(box?.open).toBe(true);
    expect(wordsOf(element.querySelector(`#${box?.getAttribute('aria-labelledby') ?? ''}`))).toBe('ถอนคำขอ');
    box?.close();
    expect(fixture.componentInstance.isOpen()).toBe(false);
  });
});
