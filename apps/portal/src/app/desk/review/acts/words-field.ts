import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Field, describedBy } from '@anuyat/ui';
import { Deciding } from '../deciding/deciding';

type Part = 'note' | 'facts' | 'law' | 'considerations' | 'findings' | 'conditions' | 'reason';

/** One text of a draft: label, help and fault around a text area. */
@Component({
  selector: 'desk-words-field',
  imports: [Field, TranslocoPipe],
  template: `
    <ui-field [for]="id()" [label]="label() | transloco" [help]="help() ? (help() | transloco) : ''" [error]="fault()" [isOptional]="isOptional()">
      <ng-content />
      <textarea #text class="input" [id]="id()" [rows]="rows()" [value]="deciding.draft()[part()]" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="description()" (input)="write(text.value)"></textarea>
    </ui-field>
  `,
})
export class WordsField {
  readonly part = input.required<Part>();
  /** Keys of words. */
  readonly label = input.required<string>();
  readonly help = input('');
  readonly isOptional = input(false);
  readonly rows = input(4);
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);

  protected readonly id = computed(() => `act-${this.part()}`);
  protected readonly fault = computed(() => {
    const fault = this.deciding.stillWrong().find(({ target }) => target === this.part());
    return fault ? this.transloco.translate<string>(fault.words) : '';
  });
  protected readonly description = computed(() => describedBy(this.id(), this.help(), this.fault()));

  protected write(text: string): void {
    this.deciding.write({ [this.part()]: text });
  }
}
