import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseView } from '@anuyat/contract';
import { Button, Icon, Loading, MomentPipe, ProblemView, SayPipe } from '@anuyat/ui';
import { toProblem } from '../../core/problem';

/** The case was sent: its number, what happens next. Comes out the same from a bookmark. */
@Component({
  selector: 'anuyat-sent-page',
  imports: [Button, Icon, Loading, MomentPipe, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <div class="page reading band">
      @if (case.hasValue()) {
        <div class="sent-panel">
          <h1><ui-icon name="check" /> {{ 'my.sent.title' | transloco }}</h1>
          <p>{{ 'my.sent.number' | transloco }}<br /><strong class="sent-number figures">{{ case.value().number }}</strong></p>
          @if (case.value().submittedAt; as at) {
            <p class="small">{{ 'my.sent.at' | transloco }} {{ at | moment }}</p>
          }
        </div>
        <ul>
          @for (application of case.value().applications; track application.id) {
            <li>{{ application.title | say }}</li>
          }
        </ul>
        <h2>{{ 'my.sent.nextTitle' | transloco }}</h2>
        <ol>
          @for (step of [1, 2, 3]; track step) {
            <li>{{ 'my.sent.next' + step | transloco }}</li>
          }
        </ol>
        <p>{{ 'my.sent.contact' | transloco }}</p>
        <div class="actions">
          <a uiButton [routerLink]="['/my/cases', case.value().id]">{{ 'my.sent.follow' | transloco }}</a>
          <button type="button" uiButton="quiet" (click)="print()"><ui-icon name="print" />{{ 'my.sent.print' | transloco }}</button>
        </div>
      } @else if (case.error()) {
        <h1>{{ 'my.cases.title' | transloco }}</h1>
        <ui-problem [problem]="toProblem(case.error())" canRetry (retry)="case.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class SentPage {
  readonly id = input.required<string>();
  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  protected readonly toProblem = toProblem;

  protected print(): void {
    window.print();
  }
}
