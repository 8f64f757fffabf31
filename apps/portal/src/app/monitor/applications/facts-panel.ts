import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { MonitoredApplicationView } from '@anuyat/contract';
import { Icon } from '@anuyat/ui';
import { AnsweredTopics } from '../../desk/review/answers/answered-topics';
import { PlaceNames } from '../../desk/review/answers/place-names';

/** What was answered about the business; the server left out whatever is about a person. */
@Component({
  selector: 'monitor-facts-panel',
  imports: [AnsweredTopics, Icon, TranslocoPipe],
  providers: [PlaceNames],
  template: `
    <section class="panel" aria-labelledby="facts-heading">
      <div class="panel-head">
        <h2 id="facts-heading">{{ 'monitor.view.facts' | transloco }}</h2>
        <p class="tiny soft"><ui-icon name="lock" /> {{ 'monitor.view.factsHelp' | transloco }}</p>
      </div>
      <desk-answered-topics [topics]="topics()" [answers]="answers()" />
    </section>
  `,
})
export class FactsPanel {
  readonly topics = input.required<MonitoredApplicationView['topics']>();
  readonly answers = input.required<MonitoredApplicationView['answers']>();
}
