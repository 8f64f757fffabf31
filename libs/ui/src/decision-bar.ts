import { Component, input, output } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { Button } from './button';
import type { ButtonLook } from './button';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

/** An act that is allowed now, with what it will cause. */
export interface DecisionAct {
  event: string;
  title: Text;
  causes: Text;
  look?: ButtonLook;
}

/** Only the acts that are allowed now, each with its consequence in words; stays in sight at the bottom. */
@Component({
  selector: 'ui-decision-bar',
  imports: [Button, SayPipe],
  template: `
    <section class="decision-bar" [attr.aria-label]="words.whatCanBeDone | say">
      <ul class="decision-acts">
        @for (act of acts(); track act.event) {
          <li>
            <button type="button" [uiButton]="act.look ?? ($first ? 'primary' : 'secondary')" [isBusy]="busyWith() === act.event" [attr.aria-describedby]="'causes-' + $index" (click)="chosen.emit(act.event)">
              {{ act.title | say }}
            </button>
            <p class="decision-causes" [id]="'causes-' + $index">{{ act.causes | say }}</p>
          </li>
        }
      </ul>
    </section>
  `,
})
export class DecisionBar {
  readonly acts = input.required<readonly DecisionAct[]>();
  readonly busyWith = input<string | null>(null);
  readonly chosen = output<string>();
  protected readonly words = PIECE_WORDS;
}
