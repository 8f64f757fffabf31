import { Component, input } from '@angular/core';
import type { LicenceEdition } from '@anuyat/contract';
import { DayPipe, SayPipe, Table } from '@anuyat/ui';
import { EDITION_WHY, LIFE_WORDS } from './life-words';

/** The papers that were made of a licence, the newest first. */
@Component({
  selector: 'life-editions',
  imports: [DayPipe, SayPipe, Table],
  template: `
    <section class="band" aria-labelledby="editions-heading">
      <h2 id="editions-heading">{{ words.editions | say }}</h2>
      <table uiTable [caption]="words.editions | say" [isCaptionHidden]="true">
        <thead>
          <tr><th scope="col">{{ words.edition | say }}</th><th scope="col">{{ words.why | say }}</th><th scope="col">{{ words.holder | say }}</th><th scope="col">{{ words.period | say }}</th></tr>
        </thead>
        <tbody>
          @for (one of editions(); track one.edition) {
            <tr>
              <td class="figures" [attr.data-label]="words.edition | say">{{ one.edition }}</td>
              <td [attr.data-label]="words.why | say">{{ why[one.why] | say }}</td>
              <td [attr.data-label]="words.holder | say">{{ one.holder }}</td>
              <td [attr.data-label]="words.period | say">{{ one.validFrom | day: 'short' }} – {{ one.validUntil ? (one.validUntil | day: 'short') : (words.noEnd | say) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </section>
  `,
})
export class LifeEditions {
  readonly editions = input.required<readonly LicenceEdition[]>();
  protected readonly words = LIFE_WORDS;
  protected readonly why = EDITION_WHY;
}
