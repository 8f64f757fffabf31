import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitoredApplicationView } from '@anuyat/contract';
import { Icon, SayPipe } from '@anuyat/ui';
import { answerRows } from '../../desk/review/answers/answer-rows';
import { AnswerView } from '../../desk/review/answers/answer-view';
import { PlaceNames } from '../../desk/review/answers/place-names';

/** What was answered about the business; the server left out whatever is about a person. */
@Component({
  selector: 'monitor-facts-panel',
  imports: [AnswerView, Icon, SayPipe, TranslocoPipe],
  providers: [PlaceNames],
  template: `
    <section class="panel" aria-labelledby="facts-heading">
      <div class="panel-head">
        <h2 id="facts-heading">{{ 'monitor.view.facts' | transloco }}</h2>
        <p class="tiny soft"><ui-icon name="lock" /> {{ 'monitor.view.factsHelp' | transloco }}</p>
      </div>
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
    </section>
  `,
})
export class FactsPanel {
  readonly topics = input.required<MonitoredApplicationView['topics']>();
  readonly answers = input.required<MonitoredApplicationView['answers']>();
  protected readonly shown = computed(() => this.topics().map((topic) => ({ ...topic, rows: answerRows(topic, this.answers()[topic.id]).filter(({ value }) => value.kind !== 'none') })).filter(({ rows }) => rows.length > 0));
}
