import { Component, signal } from '@angular/core';
import { Button } from './button';
import { render } from './testing/render';

@Component({ imports: [Button], template: `<button type="button" uiButton="danger" [isBusy]="busy()" (click)="count = count + 1">x</button>` })
class Host {
  readonly busy = signal(false);
  count = 0;
}

describe('a button', () => {
  it('takes one press, and none while it is busy', async () => {
    const { fixture, element } = await render(Host);
    const button = element.querySelector('button');
    button?.click();
    expect(fixture.componentInstance.count).toBe(1);
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    button?.click();
    expect(fixture.componentInstance.count).toBe(1);
  });

  it('wears its look', async () => {
    const { element } = await render(Host);
    expect(element.querySelector('button')?.className).toContain('btn-danger');
  });
});
