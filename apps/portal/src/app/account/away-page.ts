import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MyOfficeView, NameCover } from '@anuyat/contract';
import { BackLink, Button, DayPipe, Loading, MomentPipe, ProblemView, SayPipe } from '@anuyat/ui';
import { Act } from '../core/act';
import { ApiClient } from '../core/api-client';
import { toProblem } from '../core/problem';
import { Session } from '../core/session';
import { CoverForm } from '../people/cover-form';

/** An officer who will be away names who does the work; and reads what was done about the own place in the office. */
@Component({
  selector: 'anuyat-away-page',
  imports: [BackLink, Button, CoverForm, DayPipe, Loading, MomentPipe, ProblemView, SayPipe, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['./account.css', '../people/people.css'],
  template: `
    <div class="page reading band account">
      <ui-back-link link="/account" [title]="'account.title' | transloco" />
      <h1>{{ 'account.away.title' | transloco }}</h1>
      <p>{{ 'account.away.lead' | transloco }}</p>
      @if (doing.problem(); as trouble) {
        <ui-problem [problem]="trouble" />
      }
      @if (office.hasValue()) {
        @for (one of office.value().covers; track one.id) {
          <article class="card">
            <p><strong>{{ one.standIn.name | say }}</strong> {{ 'account.away.standsInFor' | transloco }} {{ one.absent.name | say }} · {{ one.from | day }} – {{ one.until | day }}</p>
            @if (one.absent.accountId === session.account()?.id) {
              <div class="actions"><button type="button" uiButton="secondary" isSmall [isBusy]="doing.isBusy()" (click)="end(one.id)">{{ 'account.away.back' | transloco }}</button></div>
            }
          </article>
        }
        <people-cover-form [colleagues]="office.value().colleagues" [isBusy]="doing.isBusy()" (named)="name($event)" />
        @if (office.value().notes.length > 0) {
          <section aria-labelledby="notes">
            <h2 id="notes">{{ 'account.away.notes' | transloco }}</h2>
            <ul>
              @for (note of office.value().notes; track note.id) {
                <li class="small">{{ note.at | moment }} · {{ note.by | say }}: {{ 'account.away.what.' + note.what | transloco }}@if (note.office; as where) { · {{ where.title | say }}}</li>
              }
            </ul>
          </section>
        }
      } @else if (problem(); as trouble) {
        <ui-problem [problem]="trouble" canRetry (retry)="office.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class AwayPage {
  private readonly api = inject(ApiClient);
  protected readonly session = inject(Session);
  protected readonly office = httpResource<MyOfficeView>(() => '/api/people/mine');
  protected readonly problem = computed(() => (this.office.error() ? toProblem(this.office.error()) : undefined));
  protected readonly doing = new Act<true>(async (key) => {
    await this.api.send(this.deed.method, this.deed.path, this.deed.body, key);
    return true;
  });
  private deed: { method: 'POST' | 'DELETE'; path: string; body?: NameCover } = { method: 'POST', path: '' };

  protected name(body: NameCover): Promise<void> {
    return this.perform({ method: 'POST', path: '/api/people/covers', body });
  }

  protected end(id: string): Promise<void> {
    return this.perform({ method: 'DELETE', path: `/api/people/covers/${id}` });
  }

  private async perform(deed: typeof this.deed): Promise<void> {
    this.deed = deed;
    if (await this.doing.run(deed)) this.office.reload();
  }
}
