import { Injectable } from '@angular/core';

/** Says a sentence to screen readers without moving the focus: politely, after what is being read. */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private region: HTMLElement | undefined;

  say(sentence: string): void {
    const region = (this.region ??= this.makeRegion());
    region.textContent = '';
    setTimeout(() => (region.textContent = sentence), 50);
  }

  private makeRegion(): HTMLElement {
    const region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
    return region;
  }
}
