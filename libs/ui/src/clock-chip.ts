import { Component, booleanAttribute, computed, inject, input } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { dayInWords } from './formats';
import { Icon } from './icon';
import { Language } from './language';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

const SOON = 3;

/** "4 working days left · due 27 Nov 2569", whose time is running, or why the clock stands still. */
@Component({
  selector: 'ui-clock-chip',
  imports: [Icon, SayPipe],
  template: `
    <span class="clock-chip" [class]="look()">
      <ui-icon [name]="pausedBecause() ? 'pause' : isOverdue() ? 'alert' : 'clock'" />
      @if (pausedBecause(); as why) {
        <strong>{{ words.whyPaused | say }}</strong>
        <span>{{ why | say }}</span>
      } @else {
        <strong class="figures">{{ left() }}</strong>
        @if (due()) {
          <span class="figures">· {{ words.due | say }} {{ due() }}</span>
        }
      }
      @if (party(); as whose) {
        <span>· {{ words.clockOf | say }}{{ language.current() === 'th' ? '' : ' ' }}{{ whose | say }}</span>
      }
    </span>
    @if (uncertain(); as why) {
      <span class="task-hint">{{ why }}</span>
    }
  `,
})
export class ClockChip {
  readonly dueAt = input<string | null>(null);
  /** Working days left; negative when late. */
  readonly daysLeft = input<number | null>(null);
  readonly isOverdue = input(false, { transform: booleanAttribute });
  /** Whose time is running. */
  readonly party = input<Text | null>(null);
  readonly pausedBecause = input<Text | null>(null);
  /** Christian years without any known holiday that the day was counted through: it may come to be later. */
  readonly uncertainYears = input<readonly number[]>([]);

  protected readonly words = PIECE_WORDS;
  protected readonly language = inject(Language);
  protected readonly due = computed(() => (this.dueAt() ? dayInWords(this.dueAt() ?? '', this.language.current(), 'short') : ''));
  protected readonly left = computed(() => daysLeftInWords(this.daysLeft(), this.isOverdue(), this.language.current()));
  protected readonly uncertain = computed(() => (this.due() && !this.pausedBecause() ? uncertainInWords(this.uncertainYears(), this.language.current()) : ''));
  protected readonly look = computed(() => {
    if (this.pausedBecause()) return 'clock-chip-still';
    if (this.isOverdue()) return 'clock-chip-late';
    const left = this.daysLeft();
    return left !== null && left <= SOON ? 'clock-chip-soon' : '';
  });
}

/** Days left in words: with whole days, today, or how late. */
export function daysLeftInWords(days: number | null, isOverdue: boolean, language: 'th' | 'en'): string {
  if (days === null) return isOverdue ? (language === 'th' ? 'เกินกำหนด' : 'Overdue') : language === 'th' ? 'กำลังนับเวลา' : 'Clock running';
  const count = Math.abs(days);
  const unit = language === 'th' ? 'วันทำการ' : count === 1 ? 'working day' : 'working days';
  if (isOverdue || days < 0) return language === 'th' ? `เกินกำหนด ${count} ${unit}` : `${count} ${unit} overdue`;
  if (days === 0) return language === 'th' ? 'ครบกำหนดวันนี้' : 'Due today';
  return language === 'th' ? `เหลือ ${count} ${unit}` : `${count} ${unit} left`;
}

/** Why a due date may move: the holidays of a year that it counts through are not known yet. Empty where they are. */
export function uncertainInWords(years: readonly number[], language: 'th' | 'en'): string {
  if (years.length === 0) return '';
  return language === 'th'
    ? `วันครบกำหนดอาจเลื่อนออกไป เพราะยังไม่มีปฏิทินวันหยุดราชการ พ.ศ. ${years.map((year) => year + 543).join(', ')}`
    : `This day may come to be later: the government holidays of ${years.join(', ')} are not known yet.`;
}
