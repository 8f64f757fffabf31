import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitorOverview } from '@anuyat/contract';
import { SayPipe, Table } from '@anuyat/ui';

/** Which office demanded something a second time, and how often; that there was none is said too. */
@Component({
  selector: 'monitor-second-demands-table',
  imports: [RouterLink, SayPipe, Table, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="second-heading">
      <h2 id="second-heading">{{ 'monitor.second.heading' | transloco }}</h2>
      <p class="small soft measure">{{ 'monitor.second.about' | transloco }}</p>
      @if (demands().length > 0) {
        <div class="table-wrap">
          <table uiTable class="table-dense" [caption]="'monitor.second.heading' | transloco" [isCaptionHidden]="true">
            <thead>
              <tr>
                <th scope="col">{{ 'monitor.second.office' | transloco }}</th>
                <th scope="col">{{ 'monitor.licences.licence' | transloco }}</th>
                <th scope="col" class="number">{{ 'monitor.second.times' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of demands(); track row.code + row.office.th) {
                <tr>
                  <th scope="row">{{ row.office | say }}</th>
                  <td [attr.data-label]="'monitor.licences.licence' | transloco"><a routerLink="/monitor/applications" [queryParams]="{ licence: row.code }">{{ row.title | say }}</a></td>
                  <td class="number" [attr.data-label]="'monitor.second.times' | transloco">{{ row.total }}</td>
                </tr>
              }
            </tbody>
            <tfoot><tr><th scope="row" colspan="2">{{ 'common.total' | transloco }}</th><td class="number">{{ total() }}</td></tr></tfoot>
          </table>
        </div>
      } @else {
        <p>{{ 'monitor.second.none' | transloco }}</p>
      }
    </section>
  `,
})
export class SecondDemandsTable {
  readonly demands = input.required<MonitorOverview['secondDemands']>();
  protected readonly total = computed(() => this.demands().reduce((sum, { total }) => sum + total, 0));
}
