import { Injectable, signal } from '@angular/core';
import type { HolidayView } from '@anuyat/contract';

/** Years that were changed and not saved yet: they stay while the administrator looks at another year or page. */
@Injectable()
export class HolidayDrafts {
  private readonly drafts = signal<ReadonlyMap<number, readonly HolidayView[]>>(new Map());

  find(year: number): readonly HolidayView[] | undefined {
    return this.drafts().get(year);
  }

  put(year: number, days: readonly HolidayView[]): void {
    this.drafts.update((drafts) => new Map(drafts).set(year, days));
  }

  drop(year: number): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([one]) => one !== year)));
  }

  get isAnyOpen(): boolean {
    return this.drafts().size > 0;
  }
}
