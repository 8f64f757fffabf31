import { Component, computed } from '@angular/core';
import { cleanTyped, toArabicDigits } from '@anuyat/dictionary';
import { Field } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { TypedText } from './typed-text';

const MODES: Record<string, 'numeric' | 'decimal' | 'tel' | 'email' | 'url'> = {
  number: 'decimal', money: 'decimal', 'thai-id': 'numeric', 'juristic-id': 'numeric', phone: 'tel', email: 'email',
};
/** What the browser may offer to fill in, by the fact's name. */
const FILLS: Record<string, string> = {
  firstName: 'given-name', lastName: 'family-name', phone: 'tel', email: 'email', houseNo: 'street-address', postcode: 'postal-code',
};
const SHORT = new Set(['number', 'money', 'thai-id', 'juristic-id', 'phone']);

/** Everything that is typed into one line or box: words, numbers, money, id numbers, telephone, e-mail. */
@Component({
  selector: 'form-typed-field',
  imports: [Field],
  template: `
    @if (isShown) {
      <ui-field [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
        @if (type === 'textarea') {
          <textarea class="input" [id]="controlId" [value]="shown" [attr.aria-describedby]="description" [attr.aria-invalid]="error ? 'true' : null" (input)="typed($event)"></textarea>
        } @else {
          <div class="input-with-unit">
            <input
              class="input"
              type="text"
              [class.input-medium]="isShort"
              [id]="controlId"
              [value]="shown"
              [attr.inputmode]="mode"
              [attr.autocomplete]="fill"
              [attr.spellcheck]="isShort ? 'false' : null"
              [attr.aria-describedby]="described()"
              [attr.aria-invalid]="error ? 'true' : null"
              (input)="typed($event)"
            />
            @if (unit()) {
              <span [id]="controlId + '-unit'">{{ unit() }}</span>
            }
          </div>
        }
      </ui-field>
    }
  `,
})
export class TypedField extends AskedField<string | number> {
  private readonly text = new TypedText();
  private readonly isNumber = computed(() => this.schema().type === 'number' || this.schema().type === 'integer');

  protected get type(): string {
    return String(this.field.type);
  }

  protected get isShort(): boolean {
    return SHORT.has(this.type) || (this.schema().maxLength ?? 99) <= 13;
  }

  protected get mode(): string | null {
    if (this.type === 'number' && this.schema().type === 'integer') return 'numeric';
    return MODES[this.type] ?? (this.schema().format === 'postcode' ? 'numeric' : null);
  }

  protected get fill(): string {
    return FILLS[String(this.field.key)] ?? 'off';
  }

  protected get shown(): string {
    return this.text.show('', this.value ?? undefined);
  }

  protected described(): string | null {
    return [this.description, this.unit() ? `${this.controlId}-unit` : ''].filter(Boolean).join(' ') || null;
  }

  protected typed(event: Event): void {
    const words = (event.target as HTMLInputElement | HTMLTextAreaElement).value;
    const cleaned = this.isNumber() ? numberOf(words) : cleanTyped(this.schema(), words);
    const answer = cleaned === '' ? undefined : cleaned;
    this.text.keep('', words, answer);
    this.formControl.setValue(answer, { emitModelToViewChange: false });
    this.state.tell(this.path, answer ?? null);
  }
}

/** A number as people write it: Thai digits, commas, spaces. Words stay words, and the check says so. */
export function numberOf(typed: string): number | string {
  const figures = toArabicDigits(typed).replace(/[\s,]/g, '');
  if (figures === '') return '';
  const value = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(figures) ? Number(figures) : NaN;
  return Number.isFinite(value) ? value : typed.trim();
}
