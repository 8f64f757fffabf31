import { Component, input } from '@angular/core';
import { DayPipe } from './pipes';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

/** A notice or decision as the letter that it is: number, date, sender, addressee, subject, words, signer. */
@Component({
  selector: 'ui-letter',
  imports: [DayPipe, SayPipe],
  template: `
    <article class="letter">
      <header class="letter-head">
        <p>{{ number() ? (words.letterNumber | say) + ' ' + number() : '' }}</p>
        <p class="end">{{ from() }}<br />{{ date() | day }}</p>
      </header>
      <p><span class="strong">{{ words.letterSubject | say }}</span> {{ subject() }}</p>
      <p><span class="strong">{{ words.letterTo | say }}</span> {{ to() }}</p>
      <ng-content />
      @if (signer()) {
        <p class="letter-sign">{{ signer() }}<br />{{ from() }}</p>
      }
    </article>
  `,
})
export class Letter {
  readonly number = input('');
  readonly date = input.required<string>();
  readonly from = input.required<string>();
  readonly to = input.required<string>();
  readonly subject = input.required<string>();
  readonly signer = input('');
  protected readonly words = PIECE_WORDS;
}
