import { httpResource } from '@angular/common/http';
import { Component, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceTypeView } from '@anuyat/contract';
import { REVIEW_STAGES, type ReviewStage } from '@anuyat/licence-kit';
import { Button, SayPipe } from '@anuyat/ui';
import { SearchText } from '../../core/search-text';
import { isNarrowed } from './inbox-query';
import type { InboxQuery } from './inbox-query';

/** Search, stage, licence and order. A choice shows at once, a search after a short rest. */
@Component({
  selector: 'desk-inbox-filters',
  imports: [Button, SayPipe, TranslocoPipe],
  providers: [SearchText],
  template: `
    <form class="filters" role="search" (submit)="searchNow($event)">
      <div class="filter filter-wide">
        <label for="inbox-q">{{ 'desk.inbox.search' | transloco }}</label>
        <input #q id="inbox-q" class="input" type="search" autocomplete="off" [placeholder]="'desk.inbox.searchHint' | transloco" [value]="search.text()" (input)="search.type(q.value)" />
      </div>
      <div class="filter">
        <label for="inbox-stage">{{ 'desk.inbox.stage' | transloco }}</label>
        <select #stage id="inbox-stage" class="input" (change)="change({ stage: stageOf(stage.value) })">
          <option value="" [selected]="query().stage === ''">{{ 'desk.inbox.allStages' | transloco }}</option>
          @for (one of stages; track one) {
            <option [value]="one" [selected]="query().stage === one">{{ 'desk.stages.' + one | transloco }}</option>
          }
        </select>
      </div>
      <div class="filter">
        <label for="inbox-licence">{{ 'desk.inbox.licence' | transloco }}</label>
        <select #licence id="inbox-licence" class="input" (change)="change({ licence: licence.value })">
          <option value="" [selected]="query().licence === ''">{{ 'desk.inbox.allLicences' | transloco }}</option>
          @if (licences.hasValue()) {
            @for (one of licences.value(); track one.code) {
              <option [value]="one.code" [selected]="query().licence === one.code">{{ one.title | say }}</option>
            }
          }
        </select>
      </div>
      <div class="filter">
        <label for="inbox-sort">{{ 'desk.inbox.sort' | transloco }}</label>
        <select #sort id="inbox-sort" class="input" (change)="change({ sort: sort.value === 'new' ? 'new' : 'due' })">
          <option value="due" [selected]="query().sort === 'due'">{{ 'desk.inbox.byDue' | transloco }}</option>
          <option value="new" [selected]="query().sort === 'new'">{{ 'desk.inbox.byNew' | transloco }}</option>
        </select>
      </div>
      @if (isNarrowed()) {
        <button type="button" uiButton="quiet" isSmall (click)="clear()">{{ 'desk.inbox.clear' | transloco }}</button>
      }
    </form>
  `,
})
export class InboxFilters {
  readonly query = input.required<InboxQuery>();
  readonly changed = output<InboxQuery>();
  protected readonly stages = REVIEW_STAGES;
  protected readonly licences = httpResource<LicenceTypeView[]>(() => '/api/licence-types');
  protected readonly search = inject(SearchText);

  constructor() {
    this.search.follow(() => this.query().q, (q) => this.change({ q }));
  }

  protected change(part: Partial<InboxQuery>): void {
    this.changed.emit({ ...this.query(), ...part, after: '' });
  }

  protected searchNow(event: Event): void {
    event.preventDefault();
    this.search.now();
  }

  protected clear(): void {
    this.search.empty();
    this.change({ mine: false, overdue: false, escalated: false, stage: '', licence: '', q: '' });
  }

  protected isNarrowed(): boolean {
    return isNarrowed(this.query());
  }

  protected stageOf(value: string): ReviewStage | '' {
    return REVIEW_STAGES.find((stage) => stage === value) ?? '';
  }
}
