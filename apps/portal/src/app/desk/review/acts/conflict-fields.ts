import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Fieldset } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';
import { GROUNDS } from '../deciding/drafts';
import { WordsField } from './words-field';

/** Why an officer steps aside (Administrative Procedure Act B.E. 2539 ss.13, 16). */
@Component({
  selector: 'desk-conflict-fields',
  imports: [Fieldset, TranslocoPipe, WordsField],
  template: `
    <ui-fieldset for="act-ground" [label]="'desk.acts.interest' | transloco" [error]="fault()">
      <div class="choices">
        @for (ground of grounds; track ground) {
          <label class="choice">
            <input type="radio" name="act-ground" [value]="ground" [checked]="deciding.draft().ground === ground" (change)="deciding.write({ ground })" />
            <span>{{ 'desk.grounds.' + ground | transloco }}</span>
          </label>
        }
      </div>
    </ui-fieldset>
    <desk-words-field part="note" label="desk.acts.conflict" help="desk.acts.conflictHelp" />
  `,
})
export class ConflictFields {
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  protected readonly grounds = GROUNDS;
  protected readonly fault = computed(() => {
    const fault = this.deciding.stillWrong().find(({ target }) => target === 'ground');
    return fault ? this.transloco.translate<string>(fault.words) : '';
  });
}
