import { Component, booleanAttribute, computed, inject, input, model, signal } from '@angular/core';
import { formatDate, formatShortDate, isIsoDate, parseThaiDate } from '@anuyat/dictionary';
import type { Text } from '@anuyat/licence-kit';
import { Field, describedBy } from './field';
import { Language } from './language';
import { PIECE_WORDS } from './piece-words';

/**
 * One day, typed on one line as people write it: `28/12/2569`, `28 ธ.ค. 2569`, `28 December 2026`. A browser's own date field would take a Buddhist
 * year for a Christian one. `value` is an ISO date, empty, or what was typed where that is no day yet: ask {@link isIsoDate} before using it.
 */
@Component({
  selector: 'ui-day-field',
  imports: [Field],
  template: `
    <ui-field [for]="for()" [label]="label()" [help]="told()" [error]="error()" [isOptional]="isOptional()">
      <input #line class="input input-day" autocomplete="off" maxlength="60" [id]="for()" [value]="shownLine()" [attr.aria-invalid]="error() ? 'true' : null" [attr.aria-describedby]="description()" (input)="type(line.value)" (change)="isLeft.set(true)" />
      <p class="field-help" [id]="for() + '-reading'" role="status">{{ reading() }}</p>
    </ui-field>
  `,
})
export class DayField {
  readonly for = input.required<string>();
  readonly label = input.required<string>();
  /** What helps to fill it in; how a day is written, unless told. */
  readonly help = input<string>();
  readonly isOptional = input(false, { transform: booleanAttribute });
  /** ISO dates that the day must not lie before or after. */
  readonly earliest = input<string | null>(null);
  readonly latest = input<string | null>(null);
  /** What whoever uses the field has to say of it. */
  readonly wrong = input('');
  readonly value = model('');
  private readonly language = inject(Language);
  private readonly typed = signal('');
  protected readonly isLeft = signal(false);
  /** What stands in the field: what was typed, as long as it means the value. */
  protected readonly shownLine = computed(() => {
    const [value, typed] = [this.value(), this.typed()];
    if (valueOf(typed) === value) return typed;
    return isIsoDate(value) ? formatShortDate(value, this.language.current()) : value;
  });
  protected readonly told = computed(() => this.help() ?? this.language.say(PIECE_WORDS.likeThisDay));
  protected readonly reading = computed(() => {
    const value = this.value();
    return this.typed() && isIsoDate(value) ? `${this.language.say(PIECE_WORDS.thatIs)} ${formatDate(value, this.language.current(), 'both')}` : '';
  });
  protected readonly error = computed(() => {
    const fault = this.isLeft() ? this.fault() : undefined;
    return fault ? this.language.say(fault) : this.wrong();
  });
  protected readonly description = computed(() => `${describedBy(this.for(), this.told(), this.error()) ?? ''} ${this.for()}-reading`.trim());

  protected type(line: string): void {
    this.typed.set(line);
    this.value.set(valueOf(line));
    if (isIsoDate(this.value())) this.isLeft.set(false);
  }

  private fault(): Text | undefined {
    const [value, earliest, latest] = [this.value(), this.earliest(), this.latest()];
    if (value === '') return undefined;
    if (!isIsoDate(value)) {
      const read = parseThaiDate(value);
      return 'message' in read ? read.message : PIECE_WORDS.fourDigits;
    }
    if (earliest && value < earliest) return bounded(PIECE_WORDS.notBefore, earliest);
    if (latest && value > latest) return bounded(PIECE_WORDS.notAfter, latest);
    return undefined;
  }
}

/** The day that a line means, or the line itself. Two digits of a year mean nothing certain. */
function valueOf(line: string): string {
  const read = parseThaiDate(line);
  return 'date' in read && read.isYearCertain ? read.date : line.trim();
}

function bounded(words: Text, day: string): Text {
  return { th: `${words.th} ${formatDate(day, 'th')}`, en: `${words.en} ${formatDate(day, 'en')}` };
}
