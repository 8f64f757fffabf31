import { Component, booleanAttribute, computed, input, signal } from '@angular/core';
import type { TimelineEntry } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button } from './button';
import { MomentPipe } from './pipes';
import { SayPipe } from './say-pipe';

const WHOLE: Text = { th: 'ดูทั้งหมด', en: 'Show everything' };

/** What happened, newest first: when, what, in which office, by whom. Long histories begin with their newest entries. */
@Component({
  selector: 'ui-timeline',
  imports: [Button, MomentPipe, SayPipe],
  template: `
    <ol class="timeline">
      @for (entry of visible(); track entry.id) {
        <li>
          <time class="figures" [attr.datetime]="entry.at">{{ entry.at | moment }}</time><br />
          <span class="strong">{{ entry.what | say }}</span>
          @if (hasLane() && entry.lane) {
            · {{ entry.lane | say }}
          }
          <span class="soft small timeline-by">{{ entry.by | say }}</span>
          @if (entry.note) {
            <p class="small timeline-note">{{ entry.note }}</p>
          }
        </li>
      }
    </ol>
    @if (entries().length > first() && !isWhole()) {
      <button type="button" class="no-print" uiButton="quiet" isSmall (click)="isWhole.set(true)">{{ whole | say }} ({{ entries().length }})</button>
    }
  `,
})
export class Timeline {
  readonly entries = input.required<readonly TimelineEntry[]>();
  /** How many to show until the reader wants all. */
  readonly first = input(6);
  readonly hasLane = input(true, { transform: booleanAttribute });
  protected readonly whole = WHOLE;
  protected readonly isWhole = signal(false);
  protected readonly visible = computed(() => (this.isWhole() ? this.entries() : this.entries().slice(0, this.first())));
}
