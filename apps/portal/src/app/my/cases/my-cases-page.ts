import { httpResource } from '@angular/common/http';
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CasePage as Page, CaseSummary } from '@anuyat/contract';
import { Button, Empty, Loading, ProblemView } from '@anuyat/ui';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { CaseCard } from './case-card';

/** Everything of mine: what waits for me first, then what runs, then what is over. */
@Component({
  selector: 'anuyat-my-cases-page',
  imports: [Button, CaseCard, Empty, Loading, ProblemView, RouterLink, TranslocoPipe],
  template: `
    <div class="page band">
      <div class="row row-apart">
        <h1>{{ 'my.cases.title' | transloco }}</h1>
        <span class="row">
          <a routerLink="/my/notices">{{ 'my.notices.title' | transloco }}</a>
          <a routerLink="/my/vault">{{ 'my.vault.title' | transloco }}</a>
          <a routerLink="/my/licences">{{ 'my.cases.licences' | transloco }}</a>
          <a uiButton="secondary" isSmall routerLink="/journeys">{{ 'my.cases.start' | transloco }}</a>
        </span>
      </div>
      @if (first.hasValue()) {
        @for (group of groups(); track group.words) {
          @if (group.cases.length > 0) {
            <section [attr.aria-labelledby]="'group-' + group.words">
              <h2 class="group-title" [id]="'group-' + group.words">{{ 'my.cases.' + group.words | transloco }} <span class="soft">({{ group.cases.length }})</span></h2>
              <ul class="plain-list stack">
                @for (one of group.cases; track one.id) {
                  <li><anuyat-case-card [case]="one" /></li>
                }
              </ul>
            </section>
          }
        }
        @if (all().length === 0) {
          <ui-empty [heading]="'my.cases.empty' | transloco">
            <p>{{ 'my.cases.emptyText' | transloco }}</p>
            <p><a uiButton routerLink="/journeys">{{ 'my.cases.start' | transloco }}</a></p>
          </ui-empty>
        }
        @if (next()) {
          <p><button type="button" uiButton="secondary" (click)="more()">{{ 'my.cases.more' | transloco }}</button></p>
        }
      } @else if (first.error()) {
        <ui-problem [problem]="toProblem(first.error())" canRetry (retry)="first.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class MyCasesPage {
  private readonly api = inject(ApiClient);
  protected readonly toProblem = toProblem;
  protected readonly first = httpResource<Page>(() => '/api/cases');
  protected readonly all = linkedSignal<CaseSummary[]>(() => (this.first.hasValue() ? this.first.value().items : []));
  protected readonly next = linkedSignal<string | null>(() => (this.first.hasValue() ? this.first.value().next : null));
  protected readonly groups = computed(() => {
    const isOver = (one: CaseSummary) => one.status === 'closed' || one.move.who === 'nobody';
    const waits = (one: CaseSummary) => !isOver(one) && one.move.who === 'applicant';
    return [
      { words: 'action', cases: this.all().filter(waits) },
      { words: 'running', cases: this.all().filter((one) => !isOver(one) && !waits(one)) },
      { words: 'closed', cases: this.all().filter(isOver) },
    ];
  });

  protected async more(): Promise<void> {
    const page = await this.api.send<Page>('GET', `/api/cases?after=${this.next() ?? ''}`);
    this.all.update((all) => [...all, ...page.items]);
    this.next.set(page.next);
  }
}
