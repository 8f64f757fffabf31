import { DestroyRef, Injectable, inject, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';

const REST_MS = 350;

/**
 * The words of a list's search field. The list follows after a short rest; what stands in the field stays as it was typed, blanks and all,
 * also when the list comes back while somebody types on. Provided by the component that has the field.
 */
@Injectable()
export class SearchText {
  private readonly router = inject(Router);
  private readonly source = signal<() => string>(() => '');
  private search: (text: string) => void = () => undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly text = linkedSignal<string, string>({
    source: () => this.source()(),
    computation: (asked, before) => (before && (this.timer !== undefined || before.value.trim() === asked) ? before.value : asked),
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /** @param asked what the list is searched for now. */
  follow(asked: () => string, search: (text: string) => void): void {
    this.search = search;
    this.source.set(asked);
  }

  type(text: string): void {
    this.text.set(text);
    this.forget();
    this.timer = setTimeout(() => this.now(), REST_MS);
  }

  /** Searches at once; not when the reader is on the way to another page, from which a late search would call them back. */
  now(): void {
    this.forget();
    const words = this.text().trim();
    if (words !== this.source()() && !this.isLeaving()) this.search(words);
  }

  empty(): void {
    this.forget();
    this.text.set('');
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private isLeaving(): boolean {
    const towards = this.router.currentNavigation()?.extractedUrl.toString();
    return towards !== undefined && pathOf(towards) !== pathOf(this.router.url);
  }
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? '';
}
