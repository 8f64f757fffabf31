import { Component, computed, input } from '@angular/core';
import type { JsonSchema, Text } from '@anuyat/licence-kit';
import { SayPipe } from '@anuyat/ui';
import { answerRows } from './answer-rows';
import { AnswerView } from './answer-view';

/** Topics with what was answered in them, to read; what was left empty is not shown. */
@Component({
  selector: 'desk-answered-topics',
  imports: [AnswerView, SayPipe],
  template: `
    @for (topic of shown(); track topic.id) {
      <h3 class="topic-title">{{ topic.title | say }}</h3>
      <dl class="facts facts-dense">
        @for (row of topic.rows; track row.path) {
          <div class="fact-row" [class.fact-wide]="row.value.kind === 'rows'">
            <dt>{{ row.label | say }}</dt>
            <dd><desk-answer [value]="row.value" [label]="row.label | say" /></dd>
          </div>
        }
      </dl>
    }
  `,
})
export class AnsweredTopics {
  readonly topics = input.required<readonly { id: string; title: Text; schema: JsonSchema }[]>();
  readonly answers = input.required<Record<string, unknown>>();
  protected readonly shown = computed(() => this.topics().map((topic) => ({ ...topic, rows: answerRows(topic, this.answers()[topic.id]).filter(({ value }) => value.kind !== 'none') })).filter(({ rows }) => rows.length > 0));
}
