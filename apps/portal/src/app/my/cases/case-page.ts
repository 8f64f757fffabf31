import { httpResource } from '@angular/common/http';
import { Component, effect, inject, input } from '@angular/core';
import type { CaseView } from '@anuyat/contract';
import { BackLink, Loading, ProblemView } from '@anuyat/ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';

import { DraftHome } from '../draft/draft-home';
import { Tracking } from '../track/tracking';

/** A case: its form while it is a draft, its progress once it was sent. */
@Component({
  selector: 'anuyat-case-page',
  imports: [BackLink, DraftHome, Loading, ProblemView, Tracking, TranslocoPipe],
  template: `
    <div class="page">
      <ui-back-link link="/my" [title]="'my.cases.title' | transloco" />
      @if (case.hasValue()) {
        @if (case.value().status === 'draft') {
          <anuyat-draft-home [case]="case.value()" />
        } @else {
          <anuyat-tracking [case]="case.value()" (moved)="case.reload()" />
        }
      } @else if (case.error()) {
        <h1>{{ 'my.cases.title' | transloco }}</h1>
        <ui-problem [problem]="toProblem(case.error())" canRetry (retry)="case.reload()" />
      } @else {
        <ui-loading [rows]="4" />
      }
    </div>
  `,
})
export class CasePage {
  readonly id = input.required<string>();
  protected readonly case = httpResource<CaseView>(() => `/api/cases/${this.id()}`);
  protected readonly toProblem = toProblem;

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const shown = this.case.hasValue() ? this.case.value() : undefined;
      if (shown?.businessName) pageTitle.set(shown.businessName);
    });
  }
}
