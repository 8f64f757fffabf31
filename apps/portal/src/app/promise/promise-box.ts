import { Component, booleanAttribute, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PromiseView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { DayPipe, MomentPipe, SayPipe } from '@anuyat/ui';
import { PROMISE_WORDS } from './promise-words';

/** By when an application is expected to be finished, beside the law's day; folded below: what it was computed from, and every day that was named before. */
@Component({
  selector: 'anuyat-promise-box',
  imports: [DayPipe, MomentPipe, RouterLink, SayPipe],
  template: `
    @let it = promise();
    <div class="promised">
      @switch (it.standing) {
        @case ('promised') {
          <p class="promise-day">{{ words.by | say }} <strong class="nowrap">{{ it.by | day }}</strong></p>
          <p class="small">{{ words.nine | say }}</p>
        }
        @case ('taking-longer') {
          <p>{{ words.longer | say }}</p>
        }
      }
      @if (it.statutoryBy) {
        <p [class.small]="it.standing !== 'too-little-known'" [class.promise-day]="it.standing === 'too-little-known'">{{ words.law | say }} <strong class="nowrap">{{ it.statutoryBy | day }}</strong></p>
      }
      @if (it.standing === 'too-little-known') {
        <p class="small">{{ (it.statutoryBy ? words.onlyLaw : words.noDay) | say }}</p>
      }
      <details>
        <summary>{{ words.how | say }}<span class="visually-hidden"> {{ about() | say }}</span></summary>
        <p class="small strong">{{ words.from | say }}</p>
        <ul>
          @for (part of it.because; track $index) {
            <li class="small">{{ part | say }}</li>
          }
        </ul>
        <p class="small strong">{{ words.history | say }}</p>
        <ol class="plain-list promise-history">
          @for (revision of it.revisions; track $index) {
            <li class="small">
              <span class="strong">{{ revision.reason | say }}</span><br />
              @if (revision.by) {
                <span class="nowrap">{{ revision.by | day }}</span>
              } @else {
                {{ words.noBy | say }}
              }
              @if (revision.statutoryBy) {
                <span class="soft"> · {{ words.lawShort | say }} <span class="nowrap">{{ revision.statutoryBy | day }}</span></span>
              }
              <br /><time class="soft" [attr.datetime]="revision.at">{{ revision.at | moment }}</time>
            </li>
          }
        </ol>
        @if (!isPlain()) {
          <p class="small"><a routerLink="/promises">{{ words.record | say }}</a></p>
        }
      </details>
    </div>
  `,
  styles: `
    .promised { margin-block: var(--s3); padding: var(--s3) var(--s4); border-radius: 10px; background: var(--mist); }
    .promised p { margin-block: 0 var(--s2); }
    .promise-day { font-size: 1.1rem; }
    .promise-history li { padding-block: var(--s2); border-top: 1px solid var(--line); }
  `,
})
export class PromiseBox {
  readonly promise = input.required<PromiseView>();
  /** What it is of, for those who do not see where it stands. */
  readonly about = input.required<Text>();
  /** Without the way to the published record. */
  readonly isPlain = input(false, { transform: booleanAttribute });
  protected readonly words = PROMISE_WORDS;
}
