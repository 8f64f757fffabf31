import { Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { Button, Icon, SayPipe, Tag } from '@anuyat/ui';
import { answerRows, isAbout } from './answer-rows';
import { AnswerView } from './answer-view';

/** The facts that this office may read, by topic. A fact can be pointed at while questions are open. */
@Component({
  selector: 'desk-answers-panel',
  imports: [AnswerView, Button, Icon, SayPipe, Tag, TranslocoPipe],
  template: `
    <section class="panel" aria-labelledby="answers-heading">
      <div class="panel-head">
        <h2 id="answers-heading">{{ 'desk.answers.heading' | transloco }}</h2>
        <p class="tiny soft"><ui-icon name="lock" /> {{ 'desk.answers.onlyYours' | transloco }}</p>
      </div>
      @for (topic of topics(); track topic.id) {
        <h3 class="topic-title">{{ topic.title | say }}</h3>
        <dl class="facts facts-dense">
          @for (row of topic.rows; track row.path) {
            <div class="fact-row" [class.fact-asked]="row.isAsked" [class.fact-wide]="row.value.kind === 'rows'">
              <dt>
                {{ row.label | say }}
                @if (row.isAsked) {
                  <span class="task-line"><ui-tag [tone]="row.isAnswered ? 'info' : 'now'">{{ (row.isAnswered ? 'desk.answers.wasAsked' : 'desk.answers.isAsked') | transloco }}</ui-tag></span>
                }
              </dt>
              <dd><desk-answer [value]="row.value" [label]="row.label | say" /></dd>
              @if (row.target) {
                <dd class="fact-ask">
                  <button type="button" uiButton="quiet" isSmall [attr.aria-pressed]="picked().has(row.target)" (click)="pointedAt.emit(row.target)">
                    {{ (picked().has(row.target) ? 'desk.answers.pointedAt' : 'desk.answers.pointAt') | transloco }}<span class="visually-hidden"> {{ row.label | say }}</span>
                  </button>
                </dd>
              }
            </div>
          }
        </dl>
      } @empty {
        <p class="soft">{{ 'desk.answers.nothing' | transloco }}</p>
      }
    </section>
  `,
})
export class AnswersPanel {
  readonly task = input.required<TaskView>();
  /** Whether questions may be asked now. */
  readonly canAsk = input(false);
  /** Facts that the open form asks about. */
  readonly picked = input<ReadonlySet<string>>(new Set());
  readonly pointedAt = output<string>();

  protected readonly topics = computed(() => {
    const { topics, answers, questions, askable } = this.task();
    const asked = questions.flatMap((question) => question.items.filter(({ kind }) => kind === 'fact').map(({ target }) => ({ target, isAnswered: question.answeredAt !== null })));
    return topics.map((topic) => ({
      ...topic,
      rows: answerRows(topic, answers[topic.id]).map((row) => {
        const about = asked.filter(({ target }) => isAbout(row.path, target));
        const target = this.canAsk() ? askable.facts.find(({ path }) => path === row.path)?.path : undefined;
        return { ...row, target, isAsked: about.length > 0, isAnswered: about.every(({ isAnswered }) => isAnswered) };
      }),
    }));
  });
}
