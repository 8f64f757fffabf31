import { Component, computed, effect, inject, signal } from '@angular/core';
import type { TerritoryOption } from '@anuyat/contract';
import { Field, SayPipe } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { ReferenceDesk } from './reference-desk';
import { answerAt } from './paths';
import { FORM_WORDS } from './words';

/** An industrial estate or a promoted zone; those of the province that was given come first. */
@Component({
  selector: 'form-territory-field',
  imports: [Field, SayPipe],
  template: `
    @if (isShown) {
      <ui-field [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
        <select class="input" [id]="controlId" [attr.aria-describedby]="description" [attr.aria-invalid]="error ? 'true' : null" (change)="choose($event)">
          <option value="" [selected]="!value">{{ words.none | say }}</option>
          @for (option of sorted(); track option.code) {
            <option [value]="option.code" [selected]="option.code === value">{{ option.title | say }}</option>
          }
        </select>
      </ui-field>
    }
  `,
})
export class TerritoryField extends AskedField<string> {
  protected readonly words = FORM_WORDS;
  private readonly desk = inject(ReferenceDesk);
  private readonly territories = signal<TerritoryOption[]>([]);
  protected readonly sorted = computed(() => {
    const province = answerAt(this.state.answers(), 'premises.address.province');
    return [...this.territories()].sort((a, b) => Number(b.province === province) - Number(a.province === province));
  });

  constructor() {
    super();
    effect(async () => {
      const kind = this.asked() && this.field?.type === 'zone' ? 'zone' : 'estate';
      if (!this.field) return;
      this.territories.set(await this.desk.territories(kind).catch(() => []));
    });
  }

  protected choose(event: Event): void {
    this.set((event.target as HTMLSelectElement).value || null);
  }
}
