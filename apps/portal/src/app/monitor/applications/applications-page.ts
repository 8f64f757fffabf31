import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, effect, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitorOverview, MonitorPage } from '@anuyat/contract';
import { ApplicationTag, BackLink, DayPipe, Empty, Loading, Pagination, ProblemView, SayPipe, Table } from '@anuyat/ui';
import { DueCell } from '../../core/due-cell';
import { ListPlace } from '../../core/list-place';
import { toProblem } from '../../core/problem';
import { ListFilters } from './list-filters';
import { isNarrowed, readQuery, writeQuery } from './list-query';
import type { ListQuery } from './list-query';

/** Every application in the reader's estates and zones, newest first. */
@Component({
  selector: 'monitor-applications-page',
  imports: [ApplicationTag, BackLink, DayPipe, DueCell, Empty, ListFilters, Loading, Pagination, ProblemView, RouterLink, SayPipe, Table, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../monitor.css'],
  template: `
    <div class="page staff">
      <ui-back-link link="/monitor" [title]="'monitor.overview.heading' | transloco" />
      <h1>{{ 'monitor.list.heading' | transloco }}</h1>
      <monitor-list-filters [query]="query()" [overview]="names.hasValue() ? names.value() : undefined" (changed)="show($event)" />
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="list.reload()" />
      }
      @if (page(); as shown) {
        @if (shown.items.length > 0) {
          <table uiTable class="table-dense" [caption]="'monitor.list.heading' | transloco" [isCaptionHidden]="true" [attr.aria-busy]="list.status() === 'loading'">
            <thead>
              <tr>
                <th scope="col">{{ 'monitor.list.business' | transloco }}</th>
                <th scope="col">{{ 'monitor.list.licence' | transloco }}</th>
                <th scope="col">{{ 'monitor.list.status' | transloco }}</th>
                <th scope="col">{{ 'monitor.list.due' | transloco }}</th>
                <th scope="col">{{ 'monitor.list.filed' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of shown.items; track one.id) {
                <tr [class.row-late]="one.isOverdue">
                  <td class="row-what">
                    <a [routerLink]="['/monitor/applications', one.id]">{{ one.businessName || one.number }}</a>
                    <span class="task-line"><span class="figures">{{ one.number }}</span> · {{ one.territory.title | say }}</span>
                  </td>
                  <td [attr.data-label]="'monitor.list.licence' | transloco">{{ one.licence.title | say }}</td>
                  <td [attr.data-label]="'monitor.list.status' | transloco"><ui-application-tag [status]="one.status" /></td>
                  <td [attr.data-label]="'monitor.list.due' | transloco">
                    @if (one.dueAt) {
                      <staff-due-cell [dueAt]="one.dueAt" [isOverdue]="one.isOverdue" />
                    } @else {
                      <span class="soft">{{ 'monitor.list.noClock' | transloco }}</span>
                    }
                  </td>
                  <td class="figures nowrap" [attr.data-label]="'monitor.list.filed' | transloco">{{ one.submittedAt | day: 'short' }}</td>
                </tr>
              }
            </tbody>
          </table>
          <ui-pagination [hasPrevious]="query().after !== ''" [hasNext]="shown.next !== null" (previous)="goBack()" (next)="goOn(shown.next)" />
        } @else if (isNarrowed()) {
          <ui-empty [heading]="'monitor.list.noMatch' | transloco"><p><a routerLink="." [queryParams]="{}">{{ 'monitor.list.clear' | transloco }}</a></p></ui-empty>
        } @else {
          <ui-empty [heading]="'monitor.overview.nothingYet' | transloco"><p>{{ 'monitor.overview.nothingYetHelp' | transloco }}</p></ui-empty>
        }
      } @else if (!problem()) {
        <ui-loading [rows]="6" />
      }
    </div>
  `,
})
export class ApplicationsPage {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly place = inject(ListPlace);
  private readonly params = toSignal(this.route.queryParams, { initialValue: this.route.snapshot.queryParams });

  protected readonly query = computed(() => readQuery(this.params()));
  protected readonly isNarrowed = computed(() => isNarrowed(this.query()));
  protected readonly list = httpResource<MonitorPage>(() => ({ url: '/api/monitor/applications', params: writeQuery(this.query()) }));
  protected readonly names = httpResource<MonitorOverview>(() => '/api/monitor/overview');
  protected readonly problem = computed(() => (this.list.error() ? toProblem(this.list.error()) : null));
  /** The newest page that came; while another is on its way the old one stays in sight. */
  protected readonly page = linkedSignal<MonitorPage | undefined, MonitorPage | undefined>({
    source: () => (this.list.hasValue() ? this.list.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });

  constructor() {
    effect(() => this.place.keep(writeQuery(this.query())));
  }

  protected show(query: ListQuery): void {
    this.place.startOver();
    this.go(query);
  }

  protected goOn(after: string | null): void {
    if (!after) return;
    this.place.goOn(this.query().after);
    this.go({ ...this.query(), after });
  }

  protected goBack(): void {
    this.go({ ...this.query(), after: this.place.goBack() });
  }

  private go(query: ListQuery): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: writeQuery(query) });
  }
}
