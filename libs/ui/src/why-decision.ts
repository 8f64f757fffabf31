import { Component, booleanAttribute, input } from '@angular/core';
import type { DecisionView } from '@anuyat/contract';
import { PIECE_WORDS } from './piece-words';
import { MomentPipe } from './pipes';
import { SayPipe } from './say-pipe';

/** Why the portal decided something: what settled it, what would have turned it, the facts, the law; the rule itself for officers. */
@Component({
  selector: 'ui-why-decision',
  imports: [MomentPipe, SayPipe],
  template: `
    @let it = decision();
    <div class="why-decision">
      @if (hasTitle()) {
        <p class="strong">{{ it.title | say }}: {{ it.outcome | say }}</p>
      }
      @if (it.because.length > 0) {
        <ul>
          @for (part of it.because; track $index) {
            <li>{{ part | say }}</li>
          }
        </ul>
      }
      @if (it.wouldTurn.length > 0) {
        <p class="why-turn"><span class="strong">{{ words.whatIf | say }}</span></p>
        <ul>
          @for (turn of it.wouldTurn; track $index) {
            <li>{{ turn | say }}</li>
          }
        </ul>
      }
      @if (it.citations.length > 0) {
        <p class="tiny soft">
          {{ words.law | say }}:
          @for (citation of it.citations; track $index) {
            {{ citation.law | say }} {{ words.section | say }} {{ citation.section }}{{ $last ? '' : ' · ' }}
          }
        </p>
      }
      @if (hasRule()) {
        <details>
          <summary>{{ words.ruleAndFacts | say }}<span class="visually-hidden"> {{ it.title | say }}</span></summary>
          <dl class="facts">
            @for (fact of it.facts; track fact.path) {
              <div class="fact-row"><dt>{{ fact.title | say }}</dt><dd>{{ fact.value | say }}</dd></div>
            }
            <div class="fact-row"><dt>{{ words.rule | say }}</dt><dd><code class="why-rule">{{ it.rule.source }}</code><span class="fact-origin">{{ it.rule.of | say }} {{ words.version | say }} {{ it.rule.version }}</span></dd></div>
          </dl>
          <p class="tiny soft">
            @if (it.decidedAt) {
              {{ words.decidedAt | say }} {{ it.decidedAt | moment }}
            } @else {
              {{ words.decidedNow | say }}
            }
          </p>
        </details>
      }
    </div>
  `,
})
export class WhyDecision {
  readonly decision = input.required<DecisionView>();
  readonly hasTitle = input(false, { transform: booleanAttribute });
  /** Shows the rule as it was written, with the facts that it read. */
  readonly hasRule = input(false, { transform: booleanAttribute });
  protected readonly words = PIECE_WORDS;
}
