import { Component, computed, input } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { ClockChip, DayPipe, SayPipe } from '@anuyat/ui';

const DUE: Text = { th: 'ครบกำหนด', en: 'due' };

/** Time left in a table: the days as a chip where they are known, the day itself in a second line. */
@Component({
  selector: 'staff-due-cell',
  imports: [ClockChip, DayPipe, SayPipe],
  template: `
    @if (hasChip()) {
      <ui-clock-chip [daysLeft]="daysLeft()" [isOverdue]="isOverdue()" [party]="party()" />
    }
    @if (dueAt(); as day) {
      <span class="task-line figures nowrap">{{ due | say }} {{ day | day: 'short' }}</span>
    }
  `,
})
export class DueCell {
  readonly dueAt = input.required<string | null>();
  /** Working days; negative when late. */
  readonly daysLeft = input<number | null>(null);
  readonly isOverdue = input(false);
  readonly party = input<Text | null>(null);
  protected readonly due = DUE;
  protected readonly hasChip = computed(() => this.daysLeft() !== null || this.isOverdue());
}
