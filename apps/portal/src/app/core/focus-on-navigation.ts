import { DestroyRef, Injectable, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** A slow connection may need as long for a page. */
const WAIT_MS = 30_000;

/** After a move to another page the focus goes to its heading, so that it is read out and the keyboard starts there. */
@Injectable({ providedIn: 'root' })
export class FocusOnNavigation {
  private readonly router = inject(Router);
  private watch: MutationObserver | undefined;
  private path = '';

  constructor() {
    inject(DestroyRef).onDestroy(() => this.watch?.disconnect());
  }

  start(): void {
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe((event) => {
      const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '';
      const isFirst = this.path === '';
      const isSamePage = this.path === path;
      this.path = path;
      if (!isFirst && !isSamePage) this.focusHeadingWhenThere();
    });
  }

  private focusHeadingWhenThere(): void {
    this.watch?.disconnect();
    const main = document.querySelector('main');
    if (!main) return;
    const before = document.activeElement;
    /** Gives up where the reader has gone on by themselves meanwhile. */
    const focus = () => {
      const now = document.activeElement;
      if (now !== before && now !== document.body) return true;
      const heading = main.querySelector<HTMLElement>('h1');
      if (!heading) return false;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      return true;
    };
    setTimeout(() => {
      if (focus()) return;
      const watch = new MutationObserver(() => focus() && watch.disconnect());
      watch.observe(main, { childList: true, subtree: true });
      setTimeout(() => watch.disconnect(), WAIT_MS);
      this.watch = watch;
    });
  }
}
