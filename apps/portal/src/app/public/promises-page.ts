import { httpResource } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PromiseRecordView } from '@anuyat/contract';
import { DayPipe, Empty, Field, Loading, ProblemView, SayPipe, Table } from '@anuyat/ui';
import { toProblem } from '../core/problem';

const WINDOWS = [30, 90, 365];

/** How many of the promised dates were kept, by licence type: for everybody to see, whatever it says. */
@Component({
  selector: 'anuyat-promises-page',
  imports: [DayPipe, Empty, Field, Loading, ProblemView, RouterLink, SayPipe, Table, TranslocoPipe],
  template: `
    <div class="page band">
      <h1>{{ 'public.promises.title' | transloco }}</h1>
      <p class="measure">{{ 'public.promises.lead' | transloco }}</p>
      <div class="measure">
        <ui-field for="promise-window" [label]="'public.promises.window' | transloco">
          <select class="input" id="promise-window" (change)="choose($event)">
            @for (each of windows; track each) {
              <option [value]="each" [selected]="each === days()">{{ 'public.promises.lastDays' | transloco: { days: each } }}</option>
            }
          </select>
        </ui-field>
      </div>
      @if (record.hasValue()) {
        @let shown = record.value();
        <p class="small soft" role="status">{{ shown.from | day }} – {{ shown.until | day }}</p>
        @if (shown.total.made === 0 && shown.few.length === 0) {
          <ui-empty [heading]="'public.promises.empty' | transloco">
            <p>{{ 'public.promises.emptyText' | transloco: { needed: shown.needed } }}</p>
            <p><a routerLink="/licence-types">{{ 'public.types.title' | transloco }}</a></p>
          </ui-empty>
        } @else if (shown.total.made > 0) {
          <p class="promise-total"><strong class="figures">{{ percent(shown.total.kept, shown.total.made) }}</strong> {{ 'public.promises.total' | transloco: { kept: shown.total.kept, made: shown.total.made, goal: percent(shown.share, 1) } }}</p>
          <table uiTable [caption]="'public.promises.byLicence' | transloco">
            <thead>
              <tr>
                <th scope="col">{{ 'public.promises.licence' | transloco }}</th>
                <th scope="col" class="number">{{ 'public.promises.made' | transloco }}</th>
                <th scope="col" class="number">{{ 'public.promises.kept' | transloco }}</th>
                <th scope="col" class="number">{{ 'public.promises.rate' | transloco }}</th>
                <th scope="col" class="number">{{ 'public.promises.first' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of shown.licences; track row.code) {
                <tr>
                  <th scope="row"><a [routerLink]="['/licence-types', row.code]">{{ row.title | say }}</a></th>
                  <td class="number" [attr.data-label]="'public.promises.made' | transloco">{{ row.made }}</td>
                  <td class="number" [attr.data-label]="'public.promises.kept' | transloco">{{ row.kept }}</td>
                  <td class="number strong" [attr.data-label]="'public.promises.rate' | transloco">{{ percent(row.kept, row.made) }}</td>
                  <td class="number" [attr.data-label]="'public.promises.first' | transloco">{{ row.firstMade === null ? '<5' : row.firstMade > 0 ? percent(row.firstKept ?? 0, row.firstMade) + ' (' + row.firstKept + '/' + row.firstMade + ')' : '–' }}</td>
                </tr>
              }
            </tbody>
          </table>
        }
        @if (shown.few.length > 0) {
          <h2>{{ 'public.promises.few' | transloco }}</h2>
          <ul>
            @for (one of shown.few; track one.code) {
              <li><a [routerLink]="['/licence-types', one.code]">{{ one.title | say }}</a>: <span class="figures">&lt;5</span></li>
            }
          </ul>
          <p class="small soft">{{ 'public.promises.fewWhy' | transloco }}</p>
        }
        <section class="measure" aria-labelledby="how-judged">
          <h2 id="how-judged">{{ 'public.promises.how' | transloco }}</h2>
          <ul>
            <li>{{ 'public.promises.how1' | transloco }}</li>
            <li>{{ 'public.promises.how2' | transloco }}</li>
            <li>{{ 'public.promises.how3' | transloco: { needed: shown.needed } }}</li>
          </ul>
        </section>
      } @else if (record.error()) {
        <ui-problem [problem]="toProblem(record.error())" canRetry (retry)="record.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
  styles: `.promise-total { font-size: 1.1rem; } .promise-total strong { font-size: 1.6rem; }`,
})
export class PromisesPage {
  protected readonly windows = WINDOWS;
  protected readonly days = signal(90);
  protected readonly record = httpResource<PromiseRecordView>(() => `/api/promises?days=${this.days()}`);
  protected readonly toProblem = toProblem;

  protected choose(event: Event): void {
    this.days.set(Number((event.target as HTMLSelectElement).value));
  }

  protected percent(part: number, whole: number): string {
    return `${((part / whole) * 100).toFixed(part / whole === 1 || whole === 1 ? 0 : 1)} %`;
  }
}
