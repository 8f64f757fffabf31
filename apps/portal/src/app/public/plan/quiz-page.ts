import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JourneyView } from '@anuyat/contract';
import { FormView, withAnswer } from '@anuyat/form-renderer';
import type { AnswerChange } from '@anuyat/form-renderer';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { BackLink, BahtPipe, Button, Loading, ProblemView, SayPipe } from '@anuyat/ui';
import { PageTitle } from '../../core/page-title';
import { toProblem } from '../../core/problem';
import { LivePlan } from './live-plan';
import { PlanAnswers } from './plan-answers';
import { PlanPreview } from './plan-preview';

/** A journey's questions; what they mean is worked out beside them while one answers. */
@Component({
  selector: 'anuyat-quiz-page',
  imports: [BackLink, BahtPipe, Button, FormView, Loading, PlanPreview, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  providers: [LivePlan],
  template: `
    <div class="page">
      <ui-back-link link="/journeys" />
      @if (journey.hasValue()) {
        <h1>{{ journey.value().title | say }}</h1>
        <p class="measure soft">{{ 'public.quiz.lead' | transloco }}</p>
        <div class="grid-2">
          <div>
            <form-view [schema]="journey.value().questions" [answers]="answers()" [facts]="{}" (changed)="take($event)" />
            <div class="actions" [class.quiz-bar]="neededCount() > 0">
              @if (neededCount() > 0) {
                <span class="quiz-sum" aria-hidden="true"><span class="strong">{{ 'public.quiz.neededCount' | transloco: { count: neededCount() } }}</span> {{ live.plan()?.fee | baht }}</span>
              }
              <a uiButton [routerLink]="['/journeys', code(), 'plan']">{{ 'public.quiz.seePlan' | transloco }}</a>
            </div>
          </div>
          <anuyat-plan-preview [plan]="live.plan()" [problem]="live.problem()" [isAsking]="live.isAsking()" (retry)="live.askSoon(code(), answers())" />
        </div>
      } @else if (journey.error()) {
        <h1>{{ 'public.journeys.title' | transloco }}</h1>
        <ui-problem [problem]="toProblem(journey.error())" canRetry (retry)="journey.reload()" />
      } @else {
        <ui-loading [rows]="3" />
      }
    </div>
  `,
})
export class QuizPage {
  readonly code = input.required<string>();
  protected readonly live = inject(LivePlan);
  protected readonly toProblem = toProblem;
  protected readonly journey = httpResource<JourneyView>(() => `/api/journeys/${encodeURIComponent(this.code())}`);
  protected readonly answers = signal<CaseAnswers>({});
  protected readonly neededCount = computed(() => (this.live.plan()?.licences ?? []).filter(({ isNeeded }) => isNeeded).length);
  private readonly kept = inject(PlanAnswers);
  private readonly title = computed(() => (this.journey.hasValue() ? this.journey.value().title : undefined));

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      const answers = this.kept.of(this.code());
      this.answers.set(answers);
      untracked(() => void this.live.ask(this.code(), answers));
    });
    effect(() => {
      const title = this.title();
      if (title) untracked(() => pageTitle.set(title));
    });
  }

  protected take(change: AnswerChange): void {
    this.answers.update((answers) => withAnswer(answers, change.path, change.value));
    this.kept.keep(this.code(), this.answers());
    this.live.askSoon(this.code(), this.answers());
  }
}
