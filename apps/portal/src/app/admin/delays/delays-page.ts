import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, linkedSignal, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DelayNoticePage, DelayNoticeView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { Button, DayPipe, Empty, Field, Language, Loading, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';

const MONTHS_SHOWN = 12;

/** Notices of delay, none left out: who is late now, what each office sent, and what the OPDC is given (Licensing Facilitation Act B.E. 2558 s.10). */
@Component({
  selector: 'admin-delays-page',
  imports: [AdminNav, Button, DayPipe, Empty, Field, Loading, ProblemView, SayPipe, Table, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  templateUrl: './delays-page.html',
})
export class DelaysPage {
  private readonly language = inject(Language);
  private readonly after = signal<string | undefined>(undefined);
  protected readonly answer = httpResource<DelayNoticePage>(() => ({ url: '/api/delay-notices', params: { limit: 50, ...(this.after() ? { after: this.after() ?? '' } : {}) } }));
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  /** What was loaded stays while more comes. */
  protected readonly page = linkedSignal<DelayNoticePage | undefined, DelayNoticePage | undefined>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (page, previous) => page ?? previous?.value,
  });
  protected readonly items = linkedSignal<DelayNoticePage | undefined, readonly DelayNoticeView[]>({
    source: () => (this.answer.hasValue() ? this.answer.value() : undefined),
    computation: (page, previous) => {
      const known = previous?.value ?? [];
      return [...known, ...(page?.items ?? []).filter(({ id }) => !known.some((one) => one.id === id))];
    },
  });
  protected readonly months = monthsBack(bangkokDate(new Date()).slice(0, 7));
  protected readonly month = signal(this.months[0] ?? '');

  protected more(): void {
    this.after.set(this.page()?.next ?? undefined);
  }

  protected choose(event: Event): void {
    this.month.set((event.target as HTMLSelectElement).value);
  }

  protected inWords(month: string): string {
    const isThai = this.language.current() === 'th';
    return new Intl.DateTimeFormat(isThai ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'Asia/Bangkok' }).format(new Date(`${month}-15T12:00:00+07:00`));
  }
}

/** The month and those before it, newest first. */
function monthsBack(month: string): string[] {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  return Array.from({ length: MONTHS_SHOWN }, (_, back) => new Date(Date.UTC(year, nth - 1 - back, 1)).toISOString().slice(0, 7));
}
