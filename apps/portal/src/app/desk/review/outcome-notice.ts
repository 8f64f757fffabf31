import { Component, ElementRef, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { DayPipe, Notification, SayPipe } from '@anuyat/ui';
import { ListPlace } from '../../core/list-place';
import { Deciding } from './deciding/deciding';
import { whatNext } from './what-next';

/** After a decision: that it is recorded, whose move it is now, and the way back to the inbox. Takes the focus that the form had. */
@Component({
  selector: 'desk-outcome-notice',
  imports: [DayPipe, Notification, RouterLink, SayPipe, TranslocoPipe],
  template: `
    @if (done(); as act) {
      <div class="outcome" tabindex="-1">
        <ui-notification tone="done" [isLive]="true" [heading]="'desk.outcome.recorded' | transloco: { act: (act.title | say) }">
          <p>{{ next().words | transloco: { count: next().count, stage: (next().stage | say), day: (next().until | day) } }}</p>
          <p><a routerLink="/desk" [queryParams]="memory.params">{{ 'desk.outcome.back' | transloco }}</a></p>
        </ui-notification>
      </div>
    }
  `,
})
export class OutcomeNotice {
  readonly task = input.required<TaskView>();
  protected readonly memory = inject(ListPlace);
  private readonly deciding = inject(Deciding);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly done = computed(() => {
    const result = this.deciding.result();
    return result?.kind === 'done' ? result.act : null;
  });
  protected readonly next = computed(() => whatNext(this.task()));

  constructor() {
    effect(() => {
      if (!this.done()) return;
      setTimeout(() => {
        const notice = this.host.nativeElement.querySelector<HTMLElement>('.outcome');
        notice?.focus({ preventScroll: true });
        notice?.scrollIntoView?.({ block: 'center' });
      });
    });
  }
}
