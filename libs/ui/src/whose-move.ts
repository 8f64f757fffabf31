import { Component, booleanAttribute, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Move } from '@anuyat/contract';
import { Button } from './button';
import { Icon } from './icon';
import type { IconName } from './icon';
import { SayPipe } from './say-pipe';
import { PIECE_WORDS } from './piece-words';

const SHOWN: Record<Move['who'], { icon: IconName; words: keyof typeof PIECE_WORDS }> = {
  applicant: { icon: 'hand', words: 'yourMove' },
  offices: { icon: 'office', words: 'officesMove' },
  bank: { icon: 'bank', words: 'bankMove' },
  portal: { icon: 'clock', words: 'portalMove' },
  nobody: { icon: 'check', words: 'nobodyMove' },
};

/** The first thing on every case: whose turn it is, in one sentence, with one button. */
@Component({
  selector: 'ui-whose-move',
  imports: [Button, Icon, RouterLink, SayPipe],
  template: `
    <div class="whose-move" role="group" [class]="'whose-move-' + move().who" [attr.aria-label]="shown().label | say">
      <div class="whose-move-words">
        <p class="whose-move-who"><ui-icon [name]="shown().icon" /> {{ shown().label | say }}</p>
        <p class="whose-move-what">{{ move().what | say }}</p>
      </div>
      @if (hasButton() && move().link; as link) {
        <a uiButton [routerLink]="path()" [fragment]="fragment()">{{ (move().action ?? words.next) | say }}</a>
      }
    </div>
  `,
})
export class WhoseMove {
  readonly move = input.required<Move>();
  readonly hasButton = input(true, { transform: booleanAttribute });
  protected readonly words = PIECE_WORDS;
  protected readonly shown = computed(() => {
    const { icon, words } = SHOWN[this.move().who];
    return { icon, label: PIECE_WORDS[words] };
  });
  protected readonly path = computed(() => this.move().link?.split('#')[0] || '.');
  protected readonly fragment = computed(() => this.move().link?.split('#')[1]);
}
