import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { StatusCounts } from '@anuyat/contract';
import { APPLICATION_STATUS, Icon, SayPipe } from '@anuyat/ui';
import { STATUSES } from '../statuses';

/** All applications, the late ones, and each state; every count leads to its list. */
@Component({
  selector: 'monitor-status-tallies',
  imports: [Icon, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <nav class="tallies" [attr.aria-label]="'monitor.overview.counts' | transloco">
      <a class="tally" routerLink="/monitor/applications">
        <span class="tally-count figures">{{ totals().total }}</span>
        <span class="tally-name"><ui-icon name="file" /> {{ 'monitor.overview.total' | transloco }}</span>
      </a>
      <a class="tally" [class.tally-late]="totals().overdue > 0" routerLink="/monitor/applications" [queryParams]="{ overdue: true }">
        <span class="tally-count figures">{{ totals().overdue }}</span>
        <span class="tally-name"><ui-icon [name]="totals().overdue > 0 ? 'alert' : 'check'" /> {{ 'monitor.overview.overdue' | transloco }}</span>
      </a>
      @for (one of states(); track one.status) {
        <a class="tally" routerLink="/monitor/applications" [queryParams]="{ status: one.status }">
          <span class="tally-count figures">{{ one.count }}</span>
          <span class="tally-name">{{ one.words | say }}</span>
        </a>
      }
    </nav>
  `,
})
export class StatusTallies {
  readonly totals = input.required<StatusCounts>();
  /** States that any application is in. */
  protected readonly states = computed(() =>
    STATUSES.flatMap((status) => {
      const count = this.totals().byStatus[status] ?? 0;
      return count > 0 ? [{ status, count, words: APPLICATION_STATUS[status].words }] : [];
    }),
  );
}
