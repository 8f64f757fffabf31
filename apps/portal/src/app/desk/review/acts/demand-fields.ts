import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import { demandGrounds } from '@anuyat/licence-kit';
import { Field, SayPipe, describedBy } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';
import { ItemsFields } from './items-fields';
import { WordsField } from './words-field';

/** A second demand: what is demanded, on which ground of the law, and why; a supervisor consents to it (Licensing Facilitation Act B.E. 2558 s.8). */
@Component({
  selector: 'desk-demand-fields',
  imports: [Field, ItemsFields, SayPipe, TranslocoPipe, WordsField],
  template: `
    <ui-field for="act-ground" [label]="'desk.acts.ground' | transloco" [help]="'desk.acts.groundHelp' | transloco" [error]="fault()">
      <select #choice id="act-ground" class="input" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="description()" (change)="deciding.write({ ground: choice.value })">
        <option value="" [selected]="deciding.draft().ground === ''">{{ 'desk.acts.chooseGround' | transloco }}</option>
        @for (ground of grounds; track ground.code) {
          <option [value]="ground.code" [selected]="deciding.draft().ground === ground.code">{{ ground.title | say }} ({{ ground.citation.law | say }} {{ 'desk.acts.section' | transloco }} {{ ground.citation.section }})</option>
        }
      </select>
    </ui-field>
    <desk-words-field part="reason" label="desk.acts.demandReason" help="desk.acts.demandReasonHelp" />
    <desk-items-fields [task]="task()" />
  `,
})
export class DemandFields {
  readonly task = input.required<TaskView>();
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  protected readonly grounds = demandGrounds;
  protected readonly fault = computed(() => {
    const fault = this.deciding.stillWrong().find(({ target }) => target === 'ground');
    return fault ? this.transloco.translate<string>(fault.words) : '';
  });
  protected readonly description = computed(() => describedBy('act-ground', 'help', this.fault()));
}
