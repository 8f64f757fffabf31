import { httpResource } from '@angular/common/http';
import { Component, computed, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LicenceTypeView } from '@anuyat/contract';
import { BahtPipe, DaysPipe, Empty, Field, Loading, ProblemView, SayPipe } from '@anuyat/ui';
import { toProblem } from '../core/problem';

/** Every licence type that can be asked for, found by a word of its name or purpose. */
@Component({
  selector: 'anuyat-licence-types-page',
  imports: [BahtPipe, DaysPipe, Empty, Field, Loading, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <div class="page band">
      <h1>{{ 'public.types.title' | transloco }}</h1>
      <p class="measure soft">{{ 'public.types.lead' | transloco }} <a routerLink="/promises">{{ 'public.promises.title' | transloco }}</a></p>
      @if (types.hasValue()) {
        <div class="measure">
          <ui-field for="type-search" [label]="'public.types.search' | transloco">
            <input class="input" type="search" id="type-search" [value]="typed()" (input)="search($event)" />
          </ui-field>
        </div>
        <ul class="cards plain-list">
          @for (type of found(); track type.code) {
            <li class="card card-link">
              <p class="tiny soft type-kind">{{ 'public.types.kind.' + type.kind | transloco }}</p>
              <h2 class="card-title"><a [routerLink]="['/licence-types', type.code]">{{ type.title | say }}</a></h2>
              <p class="small soft">{{ type.summary | say }}</p>
              <p class="small figures"><span class="strong">{{ type.days | days: type.dayUnit }}</span> · {{ type.fee | baht }}</p>
            </li>
          }
        </ul>
        @if (found().length === 0) {
          <ui-empty [heading]="'public.types.empty' | transloco">
            <p>{{ 'public.types.emptyText' | transloco }}</p>
            <p><a routerLink="/journeys">{{ 'public.journeys.title' | transloco }}</a></p>
          </ui-empty>
        }
      } @else if (types.error()) {
        <ui-problem [problem]="toProblem(types.error())" canRetry (retry)="types.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class LicenceTypesPage {
  protected readonly types = httpResource<LicenceTypeView[]>(() => '/api/licence-types');
  protected readonly toProblem = toProblem;
  protected readonly typed = signal('');
  protected readonly found = computed(() => {
    const word = this.typed().trim().toLowerCase();
    const all = this.types.hasValue() ? this.types.value() : [];
    return all.filter(({ title, summary, code }) => [title.th, title.en, summary.th, summary.en, code].some((words) => words.toLowerCase().includes(word)));
  });

  protected search(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
