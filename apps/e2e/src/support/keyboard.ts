import type { Locator, Page } from 'playwright-core';
import type { Hands } from './typist';

const MOST_PRESSES = 120;

/** Where the focus is: whether it shows, whether it lies in the window, and in words for a failure. */
const focusNow = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return { isVisible: true, isInWindow: true, words: 'nothing' };
  const marked = (element) => { const style = getComputedStyle(element); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'; };
  const around = [at, at.closest('label'), at.closest('.file-drop'), at.closest('li'), at.parentElement].filter(Boolean);
  const box = at.getBoundingClientRect();
  const top = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1));
  return {
    isVisible: around.some(marked),
    isInWindow: box.bottom > 0 && box.top < innerHeight && (!top || at.contains(top) || top.contains(at) || !!at.closest('label')?.contains(top)),
    words: at.tagName + '#' + at.id + '.' + at.className + ' ' + (at.textContent ?? '').trim().slice(0, 40),
  };
})()`;

interface Focus {
  isVisible: boolean;
  isInWindow: boolean;
  words: string;
}

/** Somebody who has no mouse. Every stop of the focus is looked at: it must be seen. */
export class Keyboard implements Hands {
  /** Stops of the focus that could not be seen. */
  readonly hidden: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses Tab until the focus is on this control. @throws when it cannot be reached so. */
  async reach(control: Locator): Promise<void> {
    await control.waitFor();
    const group = (await control.getAttribute('type')) === 'radio' ? await control.getAttribute('name') : null;
    const wanted = group ? this.page.locator(`:focus[name="${group}"]`) : control.and(this.page.locator(':focus'));
    for (let presses = 0; presses <= MOST_PRESSES; presses += 1) {
      if ((await wanted.count()) > 0) return;
      await this.page.keyboard.press('Tab');
      await this.look();
    }
    throw new Error(`Tab does not lead to ${String(control)}.`);
  }

  async enter(field: Locator): Promise<void> {
    await this.reach(field);
  }

  async press(control: Locator): Promise<void> {
    await this.reach(control);
    await this.page.keyboard.press('Enter');
  }

  /** Radios of one group share one stop; arrows choose among them, and Space takes the one that has the focus. */
  async choose(radio: Locator): Promise<void> {
    await this.reach(radio);
    await this.page.keyboard.press('Space');
    for (let presses = 0; presses < 20; presses += 1) {
      if (await radio.isChecked()) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrows do not lead to ${String(radio)}.`);
  }

  async tick(box: Locator): Promise<void> {
    await this.reach(box);
    await this.page.keyboard.press('Space');
  }

  private async look(): Promise<void> {
    const { isVisible, isInWindow, words } = await this.page.evaluate<Focus>(focusNow);
    if (!isVisible) this.hidden.push(`${new URL(this.page.url()).pathname}: no mark on ${words}`);
    if (!isInWindow) this.hidden.push(`${new URL(this.page.url()).pathname}: out of sight: ${words}`);
  }
}
