import { DestroyRef, Injectable, inject, signal } from '@angular/core';

const KEPT_AS = 'anuyat.desk.keys';
const LATIN = /^[a-z]$/;

/**
 * j and k go through the tasks, Enter opens the one that has the focus (it is a link). Works on a Thai keyboard too, where
 * the same keys write other letters. Can be switched off, for people whose tools send letters (WCAG 2.1.4); kept on the device.
 */
@Injectable()
export class InboxKeys {
  private readonly on = signal(readChoice());
  readonly isOn = this.on.asReadonly();

  constructor() {
    const listen = (event: KeyboardEvent) => this.press(event);
    document.addEventListener('keydown', listen);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('keydown', listen));
  }

  switchTo(isOn: boolean): void {
    this.on.set(isOn);
    try {
      localStorage.setItem(KEPT_AS, isOn ? 'on' : 'off');
    } catch {
      return;
    }
  }

  private press(event: KeyboardEvent): void {
    if (!this.on() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const letter = letterOf(event);
    if (letter !== 'j' && letter !== 'k') return;
    const links = [...document.querySelectorAll<HTMLElement>('a[data-task]')];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = letter === 'j' ? links[at + 1] : links[at < 0 ? links.length - 1 : at - 1];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.closest('tr')?.scrollIntoView?.({ block: 'nearest' });
  }
}

function letterOf(event: KeyboardEvent): string {
  const key = event.key.toLowerCase();
  return LATIN.test(key) ? key : event.code.replace(/^Key/, '').toLowerCase();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea') || target.closest('dialog') !== null);
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}
