import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

/** One fact: label, value, where it came from, who may see it, and the way to change it. */
export interface FactRow {
  label: string;
  value: string;
  /** "You", or the register and the day. */
  origin?: string;
  seenBy?: string;
  changeLink?: string | readonly unknown[];
  changeQuery?: Record<string, string>;
  /** A fact from a register is not changed but disputed. */
  isFromRegister?: boolean;
}

/** Facts as label and value; "change" carries the name of the fact for screen readers. */
@Component({
  selector: 'ui-summary-list',
  imports: [RouterLink, SayPipe],
  template: `
    <dl class="facts">
      @for (row of rows(); track $index) {
        <div class="fact-row">
          <dt>{{ row.label }}</dt>
          <dd>
            {{ row.value || '–' }}
            @if (row.origin || row.seenBy) {
              <span class="fact-origin">{{ row.origin ? (words.from | say) + ': ' + row.origin : '' }}{{ row.origin && row.seenBy ? ' · ' : '' }}{{ row.seenBy }}</span>
            }
          </dd>
          @if (row.changeLink) {
            <dd><a [routerLink]="row.changeLink" [queryParams]="row.changeQuery">{{ (row.isFromRegister ? words.notRight : words.change) | say }}<span class="visually-hidden"> {{ row.label }}</span></a></dd>
          }
        </div>
      }
    </dl>
  `,
})
export class SummaryList {
  readonly rows = input.required<readonly FactRow[]>();
  protected readonly words = PIECE_WORDS;
}
