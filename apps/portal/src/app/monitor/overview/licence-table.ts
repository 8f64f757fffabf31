import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitorOverview } from '@anuyat/contract';
import { APPLICATION_STATUS, Icon, SayPipe, Table } from '@anuyat/ui';
import { STATUSES } from '../statuses';

/** Licences by state. Only states that occur have a column. */
@Component({
  selector: 'monitor-licence-table',
  imports: [Icon, RouterLink, SayPipe, Table, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="licences-heading">
      <h2 id="licences-heading">{{ 'monitor.licences.heading' | transloco }}</h2>
      <div class="table-wrap">
        <table uiTable class="table-dense licence-counts" [caption]="'monitor.licences.heading' | transloco" [isCaptionHidden]="true">
          <thead>
            <tr>
              <th scope="col">{{ 'monitor.licences.licence' | transloco }}</th>
              @for (column of columns(); track column.status) {
                <th scope="col" class="number">{{ column.words | say }}</th>
              }
              <th scope="col" class="number">{{ 'monitor.territories.total' | transloco }}</th>
              <th scope="col" class="number">{{ 'monitor.territories.overdue' | transloco }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of licences(); track row.code) {
              <tr>
                <th scope="row"><a routerLink="/monitor/applications" [queryParams]="{ licence: row.code }">{{ row.title | say }}</a></th>
                @for (column of columns(); track column.status) {
                  <td class="number" [attr.data-label]="column.words | say">
                    @if (row.counts.byStatus[column.status]; as count) {
                      <a routerLink="/monitor/applications" [queryParams]="{ licence: row.code, status: column.status }">{{ count }}</a>
                    } @else {
                      <span class="soft">0</span>
                    }
                  </td>
                }
                <td class="number strong" [attr.data-label]="'monitor.territories.total' | transloco">{{ row.counts.total }}</td>
                <td class="number" [attr.data-label]="'monitor.territories.overdue' | transloco">
                  @if (row.counts.overdue > 0) {
                    <a class="late" routerLink="/monitor/applications" [queryParams]="{ licence: row.code, overdue: true }"><ui-icon name="alert" /> {{ row.counts.overdue }}</a>
                  } @else {
                    <span class="soft">0</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
})
export class LicenceTable {
  readonly licences = input.required<MonitorOverview['licences']>();
  protected readonly columns = computed(() =>
    STATUSES.filter((status) => this.licences().some(({ counts }) => (counts.byStatus[status] ?? 0) > 0)).map((status) => ({ status, words: APPLICATION_STATUS[status].words })),
  );
}
