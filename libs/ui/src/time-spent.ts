import { Component, inject, input } from '@angular/core';
import type { StretchView, TrackView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { DayPipe } from './pipes';
import { Language } from './language';
import { SayPipe } from './say-pipe';
import { Tag } from './tag';

const WORDS = {
  heading: { th: 'เวลาเป็นของใคร', en: 'Whose time it was' },
  about: {
    th: 'ทุกวินาทีตั้งแต่วันที่รับคำขอตามกฎหมายนับเป็นเวลาของฝ่ายเดียวในแต่ละช่อง วันแรกไม่นับรวม',
    en: 'Every second since the legal receipt is counted to one party in each lane. The first day does not count.',
  },
  who: { th: 'เวลาของ', en: 'Time of' },
  why: { th: 'เพราะ', en: 'Because' },
  when: { th: 'ช่วงเวลา', en: 'From – to' },
  used: { th: 'ใช้ไป', en: 'Used' },
  now: { th: 'ปัจจุบัน', en: 'now' },
  over: { th: 'เกินกำหนด', en: 'Over the limit' },
} satisfies Record<string, Text>;

/** Who had how much of an application's time, on what ground: what the clock ledger says, lane by lane. */
@Component({
  selector: 'ui-time-spent',
  imports: [DayPipe, SayPipe, Tag],
  template: `
    @if (tracks().length > 0) {
      <details class="time-spent">
        <summary>{{ words.heading | say }}</summary>
        <p class="small soft">{{ words.about | say }}</p>
        @for (track of tracks(); track track.lane) {
          <div class="table-scroll" tabindex="0" role="region" [attr.aria-label]="track.title | say">
            <table class="table table-dense">
              <caption>{{ track.title | say }}</caption>
              <thead>
                <tr><th scope="col">{{ words.who | say }}</th><th scope="col">{{ words.why | say }}</th><th scope="col">{{ words.when | say }}</th><th scope="col">{{ words.used | say }}</th></tr>
              </thead>
              <tbody>
                @for (stretch of track.stretches; track $index) {
                  <tr>
                    <th scope="row">{{ stretch.who | say }}</th>
                    <td>{{ stretch.ground | say }}@if (stretch.citation; as law) {<span class="task-hint">{{ law.law | say }} {{ section() }} {{ law.section }}</span>}</td>
                    <td class="figures">{{ stretch.from | day: 'short' }} – @if (stretch.until) { {{ stretch.until | day: 'short' }} } @else { {{ words.now | say }} }</td>
                    <td class="figures">{{ used(stretch) }} @if (stretch.isOver) {<ui-tag tone="late">{{ words.over | say }}</ui-tag>}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        }
      </details>
    }
  `,
})
export class TimeSpent {
  readonly tracks = input.required<readonly TrackView[]>();
  protected readonly words = WORDS;
  private readonly language = inject(Language);

  protected section(): string {
    return this.language.current() === 'th' ? 'มาตรา' : 's.';
  }

  protected used({ days, unit, allowed }: StretchView): string {
    return usedInWords(days, unit, allowed, this.language.current());
  }
}

/** "3 of 7 working days"; of what has no limit only how many. */
export function usedInWords(days: number, unit: StretchView['unit'], allowed: number | null, language: 'th' | 'en'): string {
  const count = allowed ?? days;
  const word = language === 'th' ? (unit === 'working' ? 'วันทำการ' : 'วัน') : `${unit === 'working' ? 'working ' : ''}day${count === 1 ? '' : 's'}`;
  if (allowed === null) return `${days} ${word}`;
  return language === 'th' ? `${days} จาก ${allowed} ${word}` : `${days} of ${allowed} ${word}`;
}
