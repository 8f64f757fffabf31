import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { LateAnswerView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe, Tag } from '@anuyat/ui';

/** What was sent after its time: kept as it was typed, so that it can be read, copied and used when filing again. */
@Component({
  selector: 'anuyat-late-answer-card',
  imports: [DayPipe, MomentPipe, SayPipe, Tag, TranslocoPipe],
  template: `
    <article class="card">
      <p class="row"><ui-tag tone="late">{{ 'my.late.tag' | transloco }}</ui-tag> <span class="small soft">{{ late().at | moment }}</span></p>
      <h3>{{ late().licence | say }}</h3>
      <p class="small">{{ late().what | say }} {{ 'my.late.ended' | transloco }} {{ late().endedAt | day }}</p>
      @if (late().words) {
        <p><span class="strong">{{ 'my.late.words' | transloco }}</span><br /><span class="as-written">{{ late().words }}</span></p>
      }
      @if (changes().length > 0) {
        <p class="strong">{{ 'my.late.changes' | transloco }}</p>
        <ul>
          @for (change of changes(); track change.path) {
            <li>{{ change.title | say }}: <span class="as-written">{{ change.value }}</span></li>
          }
        </ul>
      }
    </article>
  `,
})
export class LateAnswerCard {
  readonly late = input.required<LateAnswerView>();
  protected readonly changes = computed(() => this.late().changes.map(({ path, title, value }) => ({ path, title, value: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–') })));
}
