import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Fieldset } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';
import { WordsField } from './words-field';

/** What was seen at the place, and whether it passes. */
@Component({
  selector: 'desk-findings-fields',
  imports: [Fieldset, TranslocoPipe, WordsField],
  template: `
    <ui-fieldset for="act-result" [label]="'desk.acts.result' | transloco" [error]="fault()">
      <div class="choices choices-row">
        @for (result of results; track result) {
          <label class="choice">
            <input type="radio" name="act-result" [value]="result" [checked]="deciding.draft().result === result" (change)="deciding.write({ result })" />
            <span>{{ 'desk.inspections.' + result | transloco }}</span>
          </label>
        }
      </div>
    </ui-fieldset>
    <desk-words-field part="findings" label="desk.acts.findings" help="desk.acts.findingsHelp" [rows]="6" />
  `,
})
export class FindingsFields {
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  protected readonly results = ['passed', 'failed'] as const;
  protected readonly fault = computed(() => {
    const fault = this.deciding.stillWrong().find(({ target }) => target === 'result');
    return fault ? this.transloco.translate<string>(fault.words) : '';
  });
}
