import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon, SayPipe } from '@anuyat/ui';
import { DraftKeeper } from './draft-keeper';

/** The state of saving, in words, always at the same place. */
@Component({
  selector: 'anuyat-saving-line',
  imports: [Icon, SayPipe, TranslocoPipe],
  template: `
    <p class="saving" role="status" [class.saving-trouble]="keeper.saving() !== 'saved' && keeper.saving() !== 'saving'">
      <ui-icon [name]="keeper.saving() === 'saved' ? 'check' : keeper.saving() === 'saving' ? 'clock' : 'alert'" />
      <span>{{ 'my.saving.' + keeper.saving() | transloco }}@if (keeper.saving() === 'refused') {: {{ keeper.problem()?.title | say }}}</span>
    </p>
  `,
})
export class SavingLine {
  protected readonly keeper = inject(DraftKeeper);
}
