import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PlanView, PlannedLicence, Problem } from '@anuyat/contract';
import { BahtPipe, ProblemView, SayPipe, Tag } from '@anuyat/ui';

/** What the answers mean so far, beside the questions: needed, not needed, still open, each with its reason. */
@Component({
  selector: 'anuyat-plan-preview',
  imports: [BahtPipe, ProblemView, SayPipe, Tag, TranslocoPipe],
  template: `
    <aside class="card preview" aria-labelledby="preview-title" [attr.aria-busy]="isAsking()">
      <h2 id="preview-title">{{ 'public.quiz.resultTitle' | transloco }}</h2>
      @if (problem(); as problem) {
        <ui-problem [problem]="problem" isSafe canRetry (retry)="retry.emit()" />
      }
      @if (plan(); as plan) {
        <p class="preview-sum" role="status">
          @if (neededCount() > 0 || plan.unanswered.length === 0) {
            <span class="strong">{{ 'public.quiz.neededCount' | transloco: { count: neededCount() } }}</span>
            @if (plan.fee.max > 0) {
              <span class="soft"> · {{ plan.fee | baht }}</span>
            }
            <br />
          }
          <span class="small soft">{{ (plan.unanswered.length > 0 ? 'public.quiz.remaining' : 'public.quiz.complete') | transloco: { count: plan.unanswered.length } }}</span>
        </p>
        <ul class="plain-list preview-list">
          @for (licence of sorted(); track licence.code) {
            <li>
              <span class="preview-head">
                <span class="strong">{{ licence.title | say }}</span>
                <ui-tag [tone]="licence.isNeeded ? 'info' : 'plain'">{{ wordOf(licence) | transloco }}</ui-tag>
              </span>
              @if (licence.isNeeded !== null) {
                <span class="small soft">{{ licence.why | say }}</span>
              }
            </li>
          }
        </ul>
      } @else if (!problem()) {
        <p class="soft">{{ 'public.quiz.waiting' | transloco }}</p>
      }
    </aside>
  `,
})
export class PlanPreview {
  readonly plan = input<PlanView>();
  readonly problem = input<Problem>();
  readonly isAsking = input(false);
  readonly retry = output<void>();

  protected readonly sorted = computed(() => [...(this.plan()?.licences ?? [])].sort((a, b) => rank(a) - rank(b) || a.step - b.step));
  protected readonly neededCount = computed(() => this.sorted().filter(({ isNeeded }) => isNeeded).length);

  protected wordOf({ isNeeded }: PlannedLicence): string {
    if (isNeeded === null) return 'public.quiz.unknown';
    return isNeeded ? 'public.quiz.needed' : 'public.quiz.notNeeded';
  }
}

function rank({ isNeeded }: PlannedLicence): number {
  if (isNeeded) return 0;
  return isNeeded === null ? 1 : 2;
}
