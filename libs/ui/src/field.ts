import { Component, booleanAttribute, computed, input } from '@angular/core';
import { Icon } from './icon';
import { PIECE_WORDS } from './piece-words';
import { SayPipe } from './say-pipe';
import { UI_WORDS } from './words';

/** What `aria-describedby` of a control names: the help and the error that a field shows for it. */
export function describedBy(id: string, help: unknown, error: unknown): string | null {
  return [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || null;
}

/** Label, help and error around one projected control whose id is `for`; the control takes {@link describedBy}. */
@Component({
  selector: 'ui-field',
  imports: [Icon, SayPipe],
  template: `
    <div class="field" [class.field-wrong]="!!error()">
      <label class="field-label" [class.field-label-page]="isPageHeading()" [attr.for]="for()">
        {{ label() }}
        @if (isOptional()) {
          <span class="field-optional">{{ words.optional | say }}</span>
        }
      </label>
      @if (help()) {
        <p class="field-help" [id]="for() + '-help'">{{ help() }}</p>
      }
      @if (error()) {
        <p class="field-error" [id]="for() + '-error'">
          <ui-icon name="alert" /><span><span class="visually-hidden">{{ words.error | say }}: </span>{{ error() }}</span>
        </p>
      }
      <ng-content />
    </div>
  `,
})
export class Field {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly isOptional = input(false, { transform: booleanAttribute });
  readonly isPageHeading = input(false, { transform: booleanAttribute });
  protected readonly words = { optional: PIECE_WORDS.optional, error: UI_WORDS.error };
}

/** The same for a group of controls, such as radios or a date: a `fieldset` with its legend. */
@Component({
  selector: 'ui-fieldset',
  imports: [Icon, SayPipe],
  template: `
    <fieldset class="field" [class.field-wrong]="!!error()" [id]="for()" tabindex="-1" [attr.aria-describedby]="description()">
      <legend class="field-label" [class.field-label-page]="isPageHeading()">
        {{ label() }}
        @if (isOptional()) {
          <span class="field-optional">{{ words.optional | say }}</span>
        }
      </legend>
      @if (help()) {
        <p class="field-help" [id]="for() + '-help'">{{ help() }}</p>
      }
      @if (error()) {
        <p class="field-error" [id]="for() + '-error'">
          <ui-icon name="alert" /><span><span class="visually-hidden">{{ words.error | say }}: </span>{{ error() }}</span>
        </p>
      }
      <ng-content />
    </fieldset>
  `,
})
export class Fieldset {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly help = input('');
  readonly error = input<string | null | undefined>('');
  readonly isOptional = input(false, { transform: booleanAttribute });
  readonly isPageHeading = input(false, { transform: booleanAttribute });
  protected readonly words = { optional: PIECE_WORDS.optional, error: UI_WORDS.error };
  protected readonly description = computed(() => describedBy(this.for(), this.help(), this.error()));
}
