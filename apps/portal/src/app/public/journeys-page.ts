import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JourneySummary } from '@anuyat/contract';
import { Empty, Loading, ProblemView, SayPipe } from '@anuyat/ui/shell';
import { toProblem } from '../core/problem';

@Component({
  selector: 'anuyat-journeys-page',
  imports: [Empty, Loading, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <div class="page band">
      <h1>{{ 'public.journeys.title' | transloco }}</h1>
      <p class="measure soft">{{ 'public.journeys.lead' | transloco }}</p>
      @if (journeys.hasValue()) {
        <ul class="cards plain-list">
          @for (journey of journeys.value(); track journey.code) {
            <li class="card card-link">
              <h2 class="card-title"><a [routerLink]="['/journeys', journey.code]">{{ journey.title | say }}</a></h2>
              <p class="soft small">{{ journey.summary | say }}</p>
            </li>
          }
        </ul>
        @if (journeys.value().length === 0) {
          <ui-empty [heading]="'public.journeys.empty' | transloco">
            <p>{{ 'public.journeys.emptyText' | transloco }}</p>
            <p><a routerLink="/licence-types">{{ 'public.types.title' | transloco }}</a></p>
          </ui-empty>
        }
      } @else if (journeys.error()) {
        <ui-problem [problem]="toProblem(journeys.error())" canRetry (retry)="journeys.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class JourneysPage {
  protected readonly journeys = httpResource<JourneySummary[]>(() => '/api/journeys');
  protected readonly toProblem = toProblem;
}
