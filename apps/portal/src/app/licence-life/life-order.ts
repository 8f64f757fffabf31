import { Component, booleanAttribute, input, output } from '@angular/core';
import type { LicenceLifeView } from '@anuyat/contract';
import { DayPipe, MomentPipe, SayPipe } from '@anuyat/ui';
import { LifeAppeal } from './life-appeal';
import { LIFE_WORDS } from './life-words';

/** What an office intends against a licence, or has ordered: its reasons, until when, and how to appeal. */
@Component({
  selector: 'life-order',
  imports: [DayPipe, LifeAppeal, MomentPipe, SayPipe],
  template: `
    @if (view().intent; as intent) {
      <article class="letter">
        <h3>{{ words.intentTo | say }}{{ words[intent.against] | say }}</h3>
        @if (intent.answerBy) {
          <p class="strong">{{ words.answerBy | say }} {{ intent.answerBy | moment }}</p>
        }
        <dl class="facts">
          <div class="fact-row"><dt>{{ words.facts | say }}</dt><dd>{{ intent.facts }}</dd></div>
          <div class="fact-row"><dt>{{ words.law | say }}</dt><dd>{{ intent.law }}</dd></div>
          <div class="fact-row"><dt>{{ words.considerations | say }}</dt><dd>{{ intent.considerations }}</dd></div>
          @if (intent.answer) {
            <div class="fact-row"><dt>{{ words.answered | say }}</dt><dd>{{ intent.answer }}</dd></div>
          }
        </dl>
      </article>
    }
    @if (view().order; as order) {
      <article class="letter">
        <h3>{{ (order.kind === 'revoked' ? words.orderRevoked : words.orderSuspended) | say }}</h3>
        <p>{{ words.since | say }} {{ order.at | moment }}
          @if (order.kind === 'suspended') {
            · {{ order.until ? (words.until | say) + ' ' + (order.until | moment) : (words.untilLifted | say) }}
          }
        </p>
        <dl class="facts">
          <div class="fact-row"><dt>{{ words.facts | say }}</dt><dd>{{ order.facts }}</dd></div>
          <div class="fact-row"><dt>{{ words.law | say }}</dt><dd>{{ order.law }}</dd></div>
          <div class="fact-row"><dt>{{ words.considerations | say }}</dt><dd>{{ order.considerations }}</dd></div>
        </dl>
        @if (order.written; as written) {
          <h4>{{ words.remedy | say }}</h4>
          <p>{{ written.remedy.how | say }}</p>
          <p class="small">
            @if (written.remedy.until; as until) {
              {{ words.appealUntil | say }} {{ until | day }} ·
            }
            {{ written.remedy.days }} {{ words.days | say }}
            @if (written.remedy.citation; as citation) {
              · {{ citation.law | say }} {{ words.section | say }} {{ citation.section }}
            }
            @if (!written.remedy.isVerified) {
              · {{ words.unconfirmedRule | say }}
            }
          </p>
          <p><a [href]="'/api/orders/' + written.id + '/paper'" target="_blank" rel="noopener">{{ words.paper | say }} {{ written.number }} (PDF)</a></p>
          @if (isHolder()) {
            <life-appeal [order]="written" [caseId]="view().licence.caseId" (moved)="moved.emit()" />
          }
        } @else {
          <p class="small">{{ words.appeal | say }}</p>
        }
      </article>
    }
  `,
})
export class LifeOrder {
  readonly view = input.required<LicenceLifeView>();
  /** Whether the reader holds the licence, and may appeal. */
  readonly isHolder = input(false, { transform: booleanAttribute });
  readonly moved = output<void>();
  protected readonly words = LIFE_WORDS;
}
