import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskPage } from '@anuyat/contract';
import { Icon } from '@anuyat/ui';
import type { InboxQuery } from './inbox-query';

/** How much work there is: overdue, with the supervisor, due today, open, mine. Each count that is a filter is a link. */
@Component({
  selector: 'desk-inbox-counts',
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <nav class="tallies" [attr.aria-label]="'desk.inbox.counts' | transloco">
      <a class="tally" [class.tally-late]="isLate()" routerLink="." [queryParams]="{ overdue: true }" [attr.aria-current]="query().overdue ? 'true' : null">
        <span class="tally-count figures">{{ counts()?.overdue ?? '–' }}</span>
        <span class="tally-name"><ui-icon [name]="isLate() ? 'alert' : 'clock'" /> {{ 'desk.inbox.overdue' | transloco }}</span>
      </a>
      @if ((counts()?.escalated ?? 0) > 0 || query().escalated) {
        <a class="tally tally-late" routerLink="." [queryParams]="{ escalated: true }" [attr.aria-current]="query().escalated ? 'true' : null">
          <span class="tally-count figures">{{ counts()?.escalated ?? '–' }}</span>
          <span class="tally-name"><ui-icon name="alert" /> {{ 'desk.inbox.escalated' | transloco }}</span>
        </a>
      }
      @if ((counts()?.demands ?? 0) > 0) {
        <a class="tally" routerLink="." [queryParams]="{ stage: 'demand' }" [attr.aria-current]="query().stage === 'demand' ? 'true' : null">
          <span class="tally-count figures">{{ counts()?.demands }}</span>
          <span class="tally-name"><ui-icon name="clock" /> {{ 'desk.inbox.demands' | transloco }}</span>
        </a>
      }
      <p class="tally tally-plain" [class.tally-soon]="(counts()?.dueToday ?? 0) > 0">
        <span class="tally-count figures">{{ counts()?.dueToday ?? '–' }}</span>
        <span class="tally-name"><ui-icon name="clock" /> {{ 'desk.inbox.dueToday' | transloco }}</span>
      </p>
      <a class="tally" routerLink="." [queryParams]="{}" [attr.aria-current]="isAll() ? 'true' : null">
        <span class="tally-count figures">{{ counts()?.open ?? '–' }}</span>
        <span class="tally-name"><ui-icon name="office" /> {{ 'desk.inbox.open' | transloco }}</span>
      </a>
      <a class="tally" routerLink="." [queryParams]="{ mine: true }" [attr.aria-current]="query().mine ? 'true' : null">
        <span class="tally-count figures">{{ counts()?.mine ?? '–' }}</span>
        <span class="tally-name"><ui-icon name="user" /> {{ 'desk.inbox.mine' | transloco }}</span>
      </a>
    </nav>
  `,
})
export class InboxCounts {
  /** Absent until they are known. */
  readonly counts = input.required<TaskPage['counts'] | undefined>();
  readonly query = input.required<InboxQuery>();

  protected isLate(): boolean {
    return (this.counts()?.overdue ?? 0) > 0;
  }

  protected isAll(): boolean {
    return !this.query().overdue && !this.query().escalated && !this.query().mine && this.query().stage !== 'demand';
  }
}
