import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { AccessView } from '@anuyat/contract';
import { BackLink, Button, Empty, Loading, MomentPipe, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';

/** Who looked at one's personal data and what for, and a copy of them to take along. */
@Component({
  selector: 'anuyat-data-page',
  imports: [BackLink, Button, Empty, Loading, MomentPipe, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrl: './account.css',
  template: `
    <div class="page reading band account">
      <ui-back-link link="/account" [title]="'account.title' | transloco" />
      <h1>{{ 'account.data.title' | transloco }}</h1>
      <p>{{ 'account.data.lead' | transloco }} <a routerLink="/privacy">{{ 'account.data.notice' | transloco }}</a></p>
      <section aria-labelledby="copy">
        <h2 id="copy">{{ 'account.data.copy' | transloco }}</h2>
        <p class="soft">{{ 'account.data.copyHelp' | transloco }}</p>
        @if (copying.problem(); as trouble) {
          <ui-problem [problem]="trouble" />
        }
        <div class="actions"><button type="button" uiButton="secondary" [isBusy]="copying.isBusy()" (click)="copying.run()">{{ 'account.data.download' | transloco }}</button></div>
      </section>
      <section aria-labelledby="accesses">
        <h2 id="accesses">{{ 'account.data.accesses' | transloco }}</h2>
        <p class="soft">{{ 'account.data.accessesHelp' | transloco }}</p>
        @if (accesses.hasValue()) {
          <ul class="cards plain-list">
            @for (one of accesses.value(); track one.id) {
              <li class="card">
                <strong>{{ one.at | moment }}</strong>
                <p>{{ one.reader | say }}@if (one.office; as office) { · {{ office.title | say }} }</p>
                <p class="small soft">{{ 'account.data.what.' + one.what | transloco }}@if (one.fileName) { “{{ one.fileName }}” } · <a [routerLink]="['/my/cases', one.caseId]">{{ one.caseNumber ?? one.businessName }}</a> · {{ 'account.data.purpose.' + one.purpose | transloco }}</p>
                @if (one.reason; as reason) {
                  <p class="small"><strong>{{ 'account.data.reason' | transloco }}:</strong> {{ reason }}</p>
                }
              </li>
            } @empty {
              <li><ui-empty [heading]="'account.data.none' | transloco"><p>{{ 'account.data.noneText' | transloco }}</p></ui-empty></li>
            }
          </ul>
        } @else if (problem(); as trouble) {
          <ui-problem [problem]="trouble" canRetry (retry)="accesses.reload()" />
        } @else {
          <ui-loading [rows]="4" />
        }
      </section>
    </div>
  `,
})
export class DataPage {
  private readonly api = inject(ApiClient);
  protected readonly accesses = httpResource<AccessView[]>(() => '/api/my-data/accesses');
  protected readonly problem = computed(() => (this.accesses.error() ? toProblem(this.accesses.error()) : undefined));
  protected readonly copying = new Act<true>(async () => {
    const copy = await this.api.send<object>('GET', '/api/my-data/copy');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }));
    link.download = 'anuyat-my-data.json';
    link.click();
    URL.revokeObjectURL(link.href);
    return true;
  });
}
