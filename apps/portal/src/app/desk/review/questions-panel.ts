import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { QuestionView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe, Tag } from '@anuyat/ui';

/** What this office asked, and whether it was answered. */
@Component({
  selector: 'desk-questions-panel',
  imports: [DayPipe, MomentPipe, SayPipe, Tag, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="questions-heading">
      <h2 id="questions-heading">{{ 'desk.questions.heading' | transloco }}</h2>
      @for (question of questions(); track question.id) {
        <article class="question">
          <p class="row">
            @if (question.answeredAt; as at) {
              <ui-tag tone="done">{{ 'desk.questions.answered' | transloco: { when: (at | moment) } }}</ui-tag>
            } @else {
              <ui-tag tone="now">{{ 'desk.questions.waiting' | transloco }}</ui-tag>
              @if (question.dueAt; as due) {
                <span class="small">{{ 'desk.questions.until' | transloco: { day: (due | day) } }}</span>
              }
            }
            <span class="small soft">{{ 'desk.questions.asked' | transloco: { when: (question.askedAt | moment) } }}</span>
          </p>
          @if (question.note) {
            <p class="as-written">{{ question.note }}</p>
          }
          <ol class="question-items">
            @for (item of question.items; track item.kind + item.target) {
              <li><span class="strong">{{ item.title | say }}</span> <span class="as-written">{{ item.message }}</span></li>
            }
          </ol>
        </article>
      }
    </section>
  `,
})
export class QuestionsPanel {
  readonly questions = input.required<readonly QuestionView[]>();
}
