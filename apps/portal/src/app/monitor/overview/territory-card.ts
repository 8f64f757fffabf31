import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EstateCount } from '@anuyat/contract';
import { APPLICATION_STATUS, Button, SayPipe, Tag } from '@anuyat/ui';
import { STATUSES } from '../statuses';

/** The territory that was pressed on the map: its counts by state, and the way to its applications. */
@Component({
  selector: 'monitor-territory-card',
  imports: [Button, RouterLink, SayPipe, Tag, TranslocoPipe],
  template: `
    <div class="card territory-card" role="status">
      <h3>{{ territory().title | say }}</h3>
      <p class="small soft">{{ 'monitor.kinds.' + territory().kind | transloco }} · {{ territory().province | say }}</p>
      <p class="row">
        @if (territory().counts.overdue > 0) {
          <ui-tag tone="late">{{ 'monitor.overview.late' | transloco: { count: territory().counts.overdue } }}</ui-tag>
        }
        @for (one of states(); track one.status) {
          <ui-tag [tone]="one.tone">{{ one.words | say }} {{ one.count }}</ui-tag>
        } @empty {
          <span class="soft">{{ 'monitor.overview.noneHere' | transloco }}</span>
        }
      </p>
      <p class="row">
        @if (territory().counts.total > 0) {
          <a routerLink="/monitor/applications" [queryParams]="{ territory: territory().code }">{{ 'monitor.overview.open' | transloco: { count: territory().counts.total } }}</a>
        }
        <button type="button" uiButton="quiet" isSmall (click)="closed.emit()">{{ 'monitor.overview.close' | transloco }}</button>
      </p>
    </div>
  `,
})
export class TerritoryCard {
  readonly territory = input.required<EstateCount>();
  readonly closed = output<void>();
  protected readonly states = computed(() =>
    STATUSES.flatMap((status) => {
      const count = this.territory().counts.byStatus[status] ?? 0;
      return count > 0 ? [{ status, count, ...APPLICATION_STATUS[status] }] : [];
    }),
  );
}
