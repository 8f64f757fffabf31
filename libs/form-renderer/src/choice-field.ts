import { Component, computed } from '@angular/core';
import type { Text } from '@anuyat/licence-kit';
import { Field, Fieldset, SayPipe } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { FORM_WORDS } from './words';

type Choice = string | number | boolean;

/** One of a few: radios, or a list to choose from where there are many. Yes or no is a choice too. */
@Component({
  selector: 'form-choice-field',
  imports: [Field, Fieldset, SayPipe],
  template: `
    @if (isShown) {
      @if (isList()) {
        <ui-field [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
          <select class="input input-medium" [id]="controlId" [attr.aria-describedby]="description" [attr.aria-invalid]="error ? 'true' : null" (change)="choose(event($event))">
            <option value="" [selected]="value === undefined">{{ words.choose | say }}</option>
            @for (choice of choices(); track choice.value) {
              <option [value]="$index" [selected]="choice.value === value">{{ choice.title | say }}</option>
            }
          </select>
        </ui-field>
      } @else {
        <ui-fieldset [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
          <div class="choices" [class.choices-row]="isYesNo()">
            @for (choice of choices(); track choice.value) {
              <label class="choice">
                <input type="radio" [name]="controlId" [checked]="choice.value === value" (change)="set(choice.value)" />
                <span>{{ choice.title | say }}</span>
              </label>
            }
          </div>
        </ui-fieldset>
      }
    }
  `,
})
export class ChoiceField extends AskedField<Choice> {
  protected readonly words = FORM_WORDS;
  protected readonly isList = computed(() => this.asked() && this.field?.type === 'select');
  protected readonly isYesNo = computed(() => this.schema().type === 'boolean');
  protected readonly choices = computed<{ value: Choice; title: Text }[]>(() => {
    const { enum: values, type, 'x-labels': labels } = this.schema();
    const all: Choice[] = values ?? (type === 'boolean' ? [true, false] : []);
    return all.map((value) => ({ value, title: labels?.[String(value)] ?? plainLabel(value) }));
  });

  protected event(event: Event): number | undefined {
    const { value } = event.target as HTMLSelectElement;
    return value === '' ? undefined : Number(value);
  }

  protected choose(index: number | undefined): void {
    this.set(index === undefined ? undefined : this.choices()[index]?.value);
  }
}

/** Several of a few: check boxes over a list of words. A single yes is a check box of its own. */
@Component({
  selector: 'form-checks-field',
  imports: [Fieldset, SayPipe],
  template: `
    @if (isShown) {
      <ui-fieldset [for]="controlId" [label]="isSingle() ? '' : label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired && !isSingle()">
        <div class="choices">
          @for (choice of choices(); track choice.value) {
            <label class="choice">
              <input type="checkbox" [checked]="has(choice.value)" (change)="toggle(choice.value)" />
              <span>{{ isSingle() ? label() : (choice.title | say) }}</span>
            </label>
          }
        </div>
      </ui-fieldset>
    }
  `,
})
export class ChecksField extends AskedField<Choice[] | boolean> {
  protected readonly isSingle = computed(() => this.schema().type === 'boolean');
  protected readonly choices = computed<{ value: Choice; title: Text }[]>(() => {
    const list = this.isSingle() ? [true] : (this.schema().items?.enum ?? []);
    const labels = this.schema().items?.['x-labels'] ?? this.schema()['x-labels'];
    return list.map((value) => ({ value, title: labels?.[String(value)] ?? plainLabel(value) }));
  });

  protected has(value: Choice): boolean {
    return Array.isArray(this.value) ? this.value.includes(value) : this.value === true;
  }

  protected toggle(value: Choice): void {
    if (this.isSingle()) return this.set(this.value !== true);
    const chosen = Array.isArray(this.value) ? this.value : [];
    this.set(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  }
}

function plainLabel(value: Choice): Text {
  if (value === true) return FORM_WORDS.yes;
  if (value === false) return FORM_WORDS.no;
  return { th: String(value), en: String(value) };
}
