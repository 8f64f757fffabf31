import { Component, computed, signal } from '@angular/core';
import { formatDate, parseThaiDate } from '@anuyat/dictionary';
import { Fieldset, SayPipe } from '@anuyat/ui';
import { AskedField } from './asked-field';
import { FORM_WORDS } from './words';

/** A known date in three fields: Buddhist or Christian years, Thai digits, months as numbers or words. Kept as ISO. */
@Component({
  selector: 'form-date-field',
  imports: [Fieldset, SayPipe],
  template: `
    @if (isShown) {
      <ui-fieldset [for]="controlId" [label]="label()" [help]="help()" [error]="error" [isOptional]="!asked().isRequired">
        <div class="date-parts">
          <label><span>{{ words.day | say }}</span><input class="input" inputmode="numeric" autocomplete="off" [value]="parts().day" [attr.aria-invalid]="error ? 'true' : null" (input)="type('day', $event)" /></label>
          <label class="date-month"><span>{{ words.month | say }}</span><input class="input" autocomplete="off" [value]="parts().month" [attr.aria-invalid]="error ? 'true' : null" (input)="type('month', $event)" /></label>
          <label class="date-year"><span>{{ words.year | say }}</span><input class="input" inputmode="numeric" autocomplete="off" [value]="parts().year" [attr.aria-invalid]="error ? 'true' : null" (input)="type('year', $event)" /></label>
        </div>
        <p class="field-help" role="status">{{ reading() || (words.yearBoth | say) }}</p>
      </ui-fieldset>
    }
  `,
})
export class DateField extends AskedField<string> {
  protected readonly words = FORM_WORDS;
  private readonly typed = signal<DateParts | undefined>(undefined);
  protected readonly parts = computed<DateParts>(() => this.typed() ?? partsOf(this.schema() && this.value, this.language.current()));
  protected readonly reading = computed(() => {
    const iso = isoOf(this.parts());
    return iso ? `${this.language.say(FORM_WORDS.thatIs)} ${formatDate(iso, this.language.current(), 'both')}` : '';
  });

  protected type(part: keyof DateParts, event: Event): void {
    this.typed.set({ ...this.parts(), [part]: (event.target as HTMLInputElement).value.trim() });
    const parts = this.parts();
    this.set(isoOf(parts) ?? asTyped(parts));
  }
}

interface DateParts {
  day: string;
  month: string;
  year: string;
}

function isoOf({ day, month, year }: DateParts): string | undefined {
  if (!day || !month || year.length < 4) return undefined;
  const isNumber = /^[\d๐-๙]+$/.test(month);
  const reading = parseThaiDate(isNumber ? `${day}/${month}/${year}` : `${day} ${month} ${year}`);
  return 'date' in reading ? reading.date : undefined;
}

/** What is no day yet, so that each part comes back to its own field; null where nothing stands in any. */
function asTyped({ day, month, year }: DateParts): string | null {
  if (!day && !month && !year) return null;
  const isWorded = day && year && /^[^\d๐-๙/]+$/.test(month);
  return [day, month, year].join(isWorded ? ' ' : '/');
}

function partsOf(value: string | undefined, language: 'th' | 'en'): DateParts {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value ?? '');
  if (!iso) {
    const [day = '', month = '', year = ''] = (value ?? '').split(value?.includes('/') ? '/' : ' ');
    return { day, month, year };
  }
  const year = Number(iso[1]) + (language === 'th' ? 543 : 0);
  return { day: String(Number(iso[3])), month: String(Number(iso[2])), year: String(year) };
}
