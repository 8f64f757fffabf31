import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, effect, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitoredApplicationView } from '@anuyat/contract';
import { ApplicationTag, BackLink, Button, DayPipe, Empty, Icon, LineMapView, Loading, ProblemView, SayPipe, Tag, TimeSpent, Timeline } from '@anuyat/ui';
import { ListPlace } from '../../core/list-place';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { PromiseBox } from '../../promise/promise-box';
import { FactsPanel } from './facts-panel';
import { LanesTable } from './lanes-table';

/** One application as the EEC's staff may see it: where it is, what happened and the facts of the business; nothing of the person, nothing to change. */
@Component({
  selector: 'monitor-application-page',
  imports: [ApplicationTag, BackLink, Button, DayPipe, Empty, FactsPanel, Icon, LanesTable, LineMapView, Loading, ProblemView, PromiseBox, SayPipe, Tag, TimeSpent, Timeline, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../../core/facts.css', '../monitor.css'],
  template: `
    <div class="page staff">
      <div class="row row-apart">
        <ui-back-link [link]="place.linkTo('/monitor/applications')" [title]="'monitor.list.heading' | transloco" />
        @if (view()) {
          <button type="button" class="no-print" uiButton="quiet" isSmall (click)="print()"><ui-icon name="print" /> {{ 'monitor.view.print' | transloco }}</button>
        }
      </div>
      @if (view(); as shown) {
        <header class="view-head">
          <p class="strong"><span class="figures">{{ shown.number }}</span> · {{ shown.licence.title | say }}</p>
          <h1>{{ shown.businessName || shown.number }}</h1>
          <p class="soft small"><ui-icon name="place" /> {{ shown.territory.title | say }} · {{ 'monitor.view.filed' | transloco: { day: (shown.submittedAt | day) } }}</p>
          <p class="row">
            <ui-application-tag [status]="shown.status" />
            @if (shown.isOverdue) {
              <ui-tag tone="late">{{ 'monitor.view.overdue' | transloco }}</ui-tag>
            }
            <span class="small soft"><ui-icon name="lock" /> {{ 'monitor.view.readOnly' | transloco }}</span>
          </p>
        </header>
        <section class="panel" aria-labelledby="map-heading">
          <h2 id="map-heading">{{ 'monitor.view.map' | transloco }}</h2>
          <ui-line-map [map]="shown.lanesMap" />
        </section>
        @if (shown.topics.length > 0) {
          <monitor-facts-panel [topics]="shown.topics" [answers]="shown.answers" />
        }
        <div class="grid-2">
          <section class="panel" aria-labelledby="lanes-heading">
            <h2 id="lanes-heading">{{ 'monitor.view.lanes' | transloco }}</h2>
            @if (shown.promise; as promised) {
              <anuyat-promise-box [promise]="promised" [about]="shown.licence.title" />
            }
            <monitor-lanes-table [lanes]="shown.application.lanes" />
            <ui-time-spent [tracks]="shown.application.tracks" />
          </section>
          <section class="panel" aria-labelledby="history-heading">
            <h2 id="history-heading">{{ 'monitor.view.history' | transloco }}</h2>
            <ui-timeline [entries]="shown.history" [first]="10" />
          </section>
        </div>
      } @else if (problem(); as trouble) {
        <h1>{{ 'monitor.view.title' | transloco }}</h1>
        @if (trouble.code === 'not-found') {
          <ui-empty [heading]="'monitor.view.notFound' | transloco"><p>{{ 'monitor.view.notFoundHelp' | transloco }}</p></ui-empty>
        } @else {
          <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
        }
      } @else {
        <ui-loading [rows]="5" />
      }
    </div>
  `,
})
export class ApplicationPage {
  readonly id = input.required<string>();
  protected readonly place = inject(ListPlace);
  protected readonly answer = httpResource<MonitoredApplicationView>(() => `/api/monitor/applications/${encodeURIComponent(this.id())}`);
  protected readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : undefined));
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const view = this.view();
      if (view) title.set({ th: `${view.businessName} ${view.number ?? ''}`.trim(), en: `${view.businessName} ${view.number ?? ''}`.trim() });
    });
  }

  protected print(): void {
    window.print();
  }
}
