import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { DayPipe, Field, Icon, describedBy } from '@anuyat/ui';
import { expectedOn } from '../deciding/appointment';
import { Deciding } from '../deciding/deciding';
import { WordsField } from './words-field';

/** Why the office is late, and the day by which it means to be done, typed in either era and said back. */
@Component({
  selector: 'desk-delay-fields',
  imports: [DayPipe, Field, Icon, TranslocoPipe, WordsField],
  template: `
    <desk-words-field part="note" label="desk.acts.delay" help="desk.acts.delayHelp" />
    <ui-field for="act-date" [label]="'desk.acts.expectedOn' | transloco" [help]="'desk.acts.dateHelp' | transloco" [error]="fault()" [isOptional]="true">
      <input #date id="act-date" class="input" type="text" autocomplete="off" [value]="deciding.draft().date" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="description()" (input)="deciding.write({ date: date.value })" />
    </ui-field>
    <p class="read-back" role="status">
      @if (day(); as understood) {
        <ui-icon name="check" /> <span class="strong">{{ understood | day }}</span>
      }
    </p>
  `,
})
export class DelayFields {
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  protected readonly day = computed(() => expectedOn(this.deciding.draft().date).day ?? null);
  protected readonly fault = computed(() => {
    const fault = this.deciding.stillWrong().find(({ target }) => target === 'date');
    return fault ? this.transloco.translate<string>(fault.words) : '';
  });
  protected readonly description = computed(() => describedBy('act-date', true, this.fault()));
}
