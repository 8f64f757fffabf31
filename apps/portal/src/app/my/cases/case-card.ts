import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseSummary } from '@anuyat/contract';
import { ApplicationTag, DayPipe, SayPipe, WhoseMove } from '@anuyat/ui';

/** A case in a list: its business, whose move it is, and the state of each application. */
@Component({
  selector: 'anuyat-case-card',
  imports: [ApplicationTag, DayPipe, RouterLink, SayPipe, TranslocoPipe, WhoseMove],
  template: `
    <article class="card">
      <h3 class="case-name"><a [routerLink]="['/my/cases', case().id]">{{ case().businessName ? (case().businessName | say) : ('my.cases.unnamed' | transloco) }}</a></h3>
      <p class="small soft">
        {{ case().journey.title | say }} ·
        @if (case().number) {
          <span class="figures nowrap">{{ case().number }}</span> · {{ 'my.cases.submitted' | transloco }} {{ case().submittedAt | day: 'short' }}
        } @else {
          {{ 'my.cases.draft' | transloco }} · {{ 'my.cases.updated' | transloco }} {{ case().updatedAt | day: 'short' }}
        }
      </p>
      <ui-whose-move [move]="case().move" />
      @if (case().number) {
        <ul class="plain-list case-applications">
          @for (application of case().applications; track application.id) {
            <li><span>{{ application.title | say }}</span> <ui-application-tag [status]="application.status" /></li>
          }
        </ul>
      }
    </article>
  `,
})
export class CaseCard {
  readonly case = input.required<CaseSummary>();
}
