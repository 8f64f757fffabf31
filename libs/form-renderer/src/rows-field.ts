import { ChangeDetectorRef, Component, computed, inject, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import type { JsonSchema } from '@anuyat/licence-kit';
import { Announcer, Button, Icon, Language, SayPipe } from '@anuyat/ui';
import { FieldArrayType, FormlyField } from '@ngx-formly/core';
import type { AskedProps } from './field-configs';
import { FormState } from './form-state';
import { copied, fieldId, pathOf } from './paths';
import { FORM_WORDS } from './words';

/** A list of the same facts, such as signs: one card a row, add another, remove. */
@Component({
  selector: 'form-rows-field',
  imports: [Button, FormlyField, Icon, SayPipe],
  template: `
    @if (isShown) {
      <div [id]="controlId" tabindex="-1">
        @if (error) {
          <p class="field-error"><ui-icon name="alert" /><span>{{ error }}</span></p>
        }
        @for (row of field.fieldGroup; track row.id) {
          <fieldset class="row-card">
            <legend class="field-label">{{ rowTitle($index) }}</legend>
            @for (child of row.fieldGroup; track child.id) {
              <formly-field [field]="child" />
            }
            <button type="button" uiButton="danger" isSmall (click)="removeRow($index)">{{ words.removeRow | say }}<span class="visually-hidden"> {{ rowTitle($index) }}</span></button>
          </fieldset>
        }
        <p><button type="button" uiButton="secondary" (click)="addRow()">{{ ((field.fieldGroup?.length ?? 0) > 0 ? words.addRow : words.addFirst) | say }}</button></p>
      </div>
    }
  `,
})
export class RowsField extends FieldArrayType implements OnInit {
  protected readonly words = FORM_WORDS;
  private readonly state = inject(FormState);
  private readonly language = inject(Language);
  private readonly announcer = inject(Announcer);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly ready = signal(false);
  private readonly schema = computed<JsonSchema>(() => (this.ready() ? (this.props as unknown as AskedProps).schema : {}));

  ngOnInit(): void {
    this.ready.set(true);
    if ((this.schema().minItems ?? 0) > 0 && (this.field.fieldGroup?.length ?? 0) === 0) this.add(undefined, {}, { markAsDirty: false });
    this.changes.markForCheck();
  }

  protected get controlId(): string {
    return fieldId(pathOf(this.field));
  }

  protected get isShown(): boolean {
    return this.ready() && this.state.isAsked(pathOf(this.field), this.schema());
  }

  protected get error(): string {
    return this.language.say(this.state.messageOf(pathOf(this.field)));
  }

  protected rowTitle(index: number): string {
    return `${this.language.say(this.schema()['x-title'] ?? FORM_WORDS.row)} ${index + 1}`;
  }

  protected addRow(): void {
    this.add(undefined, {});
    const index = (this.field.fieldGroup?.length ?? 1) - 1;
    this.announcer.say(this.rowTitle(index));
    this.changes.markForCheck();
    setTimeout(() => {
      const cards = document.getElementById(this.controlId)?.querySelectorAll<HTMLElement>('.row-card');
      cards?.[index]?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    });
  }

  protected removeRow(index: number): void {
    this.remove(index);
    const path = pathOf(this.field);
    const rows = (this.formControl.value as unknown[] | undefined) ?? [];
    this.state.tell(path, rows.length > 0 ? copied(rows) : null);
    document.getElementById(this.controlId)?.focus({ preventScroll: true });
    this.changes.markForCheck();
  }
}
