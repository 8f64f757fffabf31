import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitorOverview } from '@anuyat/contract';
import { APPLICATION_STATUS, Button, SayPipe } from '@anuyat/ui';
import { SearchText } from '../../core/search-text';
import { STATUSES } from '../statuses';
import { isNarrowed } from './list-query';
import type { ListQuery } from './list-query';

/** Search, territory, licence, state and "late only". A choice shows at once, a search after a short rest. */
@Component({
  selector: 'monitor-list-filters',
  imports: [Button, SayPipe, TranslocoPipe],
  providers: [SearchText],
  template: `
    <form class="filters" role="search" (submit)="searchNow($event)">
      <div class="filter filter-wide">
        <label for="monitor-q">{{ 'monitor.list.search' | transloco }}</label>
        <input #q id="monitor-q" class="input" type="search" autocomplete="off" [placeholder]="'monitor.list.searchHint' | transloco" [value]="search.text()" (input)="search.type(q.value)" />
      </div>
      <div class="filter">
        <label for="monitor-territory">{{ 'monitor.list.territory' | transloco }}</label>
        <select #territory id="monitor-territory" class="input" (change)="change({ territory: territory.value })">
          <option value="" [selected]="query().territory === ''">{{ 'monitor.list.allTerritories' | transloco }}</option>
          @for (group of territories(); track group.kind) {
            <optgroup [label]="'monitor.territories.' + group.kind | transloco">
              @for (one of group.members; track one.code) {
                <option [value]="one.code" [selected]="query().territory === one.code">{{ one.title | say }}</option>
              }
            </optgroup>
          }
        </select>
      </div>
      <div class="filter">
        <label for="monitor-licence">{{ 'monitor.list.licence' | transloco }}</label>
        <select #licence id="monitor-licence" class="input" (change)="change({ licence: licence.value })">
          <option value="" [selected]="query().licence === ''">{{ 'monitor.list.allLicences' | transloco }}</option>
          @for (one of overview()?.licences ?? []; track one.code) {
            <option [value]="one.code" [selected]="query().licence === one.code">{{ one.title | say }}</option>
          }
        </select>
      </div>
      <div class="filter">
        <label for="monitor-status">{{ 'monitor.list.status' | transloco }}</label>
        <select #status id="monitor-status" class="input" (change)="change({ status: statusOf(status.value) })">
          <option value="" [selected]="query().status === ''">{{ 'monitor.list.allStatuses' | transloco }}</option>
          @for (one of statuses; track one) {
            <option [value]="one" [selected]="query().status === one">{{ words[one].words | say }}</option>
          }
        </select>
      </div>
      <label class="filter-check"><input #overdue type="checkbox" [checked]="query().overdue" (change)="change({ overdue: overdue.checked })" /> {{ 'monitor.list.overdueOnly' | transloco }}</label>
      @if (isNarrowed()) {
        <button type="button" uiButton="quiet" isSmall (click)="clear()">{{ 'monitor.list.clear' | transloco }}</button>
      }
    </form>
  `,
})
export class ListFilters {
  readonly query = input.required<ListQuery>();
  /** Names for the choices; the list works without them. */
  readonly overview = input<MonitorOverview | undefined>();
  readonly changed = output<ListQuery>();
  protected readonly statuses = STATUSES;
  protected readonly words = APPLICATION_STATUS;
  protected readonly territories = computed(() =>
    (['estate', 'zone'] as const)
      .map((kind) => ({ kind, members: (this.overview()?.estates ?? []).filter((one) => one.kind === kind).toSorted((a, b) => a.title.th.localeCompare(b.title.th, 'th')) }))
      .filter(({ members }) => members.length > 0),
  );
  protected readonly isNarrowed = computed(() => isNarrowed(this.query()));
  protected readonly search = inject(SearchText);

  constructor() {
    this.search.follow(() => this.query().q, (q) => this.change({ q }));
  }

  protected change(part: Partial<ListQuery>): void {
    this.changed.emit({ ...this.query(), ...part, after: '' });
  }

  protected searchNow(event: Event): void {
    event.preventDefault();
    this.search.now();
  }

  protected clear(): void {
    this.search.empty();
    this.changed.emit({ territory: '', licence: '', status: '', overdue: false, q: '', after: '' });
  }

  protected statusOf(value: string): ListQuery['status'] {
    return STATUSES.find((status) => status === value) ?? '';
  }
}
