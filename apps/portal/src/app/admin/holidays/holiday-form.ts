import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { HolidayView } from '@anuyat/contract';
import { formatShortDate } from '@anuyat/dictionary';
import { Button, Field, Language, describedBy } from '@anuyat/ui';
import { readHoliday } from './holiday-year';
import type { HolidayFault, TypedHoliday } from './holiday-year';

const EMPTY: TypedHoliday = { date: '', th: '', en: '', source: '' };
const FIELDS = ['date', 'th', 'en', 'source'] as const;

/** Adds a day, or changes the one that is given. */
@Component({
  selector: 'admin-holiday-form',
  imports: [Button, Field, TranslocoPipe],
  template: `
    <form class="holiday-form" (submit)="save($event)">
      <h2>{{ (day() ? 'admin.holidays.change' : 'admin.holidays.add') | transloco }}</h2>
      <div class="holiday-fields">
        @for (field of fields; track field) {
          <ui-field [for]="'holiday-' + field" [label]="'admin.holidays.' + field | transloco" [help]="'admin.holidays.' + field + 'Help' | transloco" [error]="faultOf(field)">
            <input #control class="input" type="text" autocomplete="off" [id]="'holiday-' + field" [attr.lang]="field === 'th' || field === 'en' ? field : null" [value]="typed()[field]" [attr.aria-invalid]="faultOf(field) ? true : null" [attr.aria-describedby]="described(field)" (input)="write(field, control.value)" />
          </ui-field>
        }
      </div>
      <div class="actions">
        <button type="submit" uiButton="secondary">{{ (day() ? 'admin.holidays.put' : 'admin.holidays.addOne') | transloco }}</button>
        @if (day()) {
          <button type="button" uiButton="quiet" (click)="closed.emit()">{{ 'admin.holidays.cancel' | transloco }}</button>
        }
      </div>
    </form>
  `,
})
export class HolidayForm {
  /** The day that is changed; none to add one. */
  readonly day = input<HolidayView | null>(null);
  readonly year = input.required<number>();
  readonly others = input.required<readonly HolidayView[]>();
  readonly saved = output<HolidayView>();
  readonly closed = output<void>();
  protected readonly fields = FIELDS;
  protected readonly typed = signal<TypedHoliday>(EMPTY);
  private readonly faults = signal<HolidayFault[]>([]);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly start = computed((): TypedHoliday => {
    const day = this.day();
    return day ? { date: formatShortDate(day.date, this.language.current()), th: day.title.th, en: day.title.en, source: day.source } : EMPTY;
  });

  constructor() {
    effect(() => {
      this.typed.set(this.start());
      this.faults.set([]);
      if (this.day()) setTimeout(() => document.getElementById('holiday-date')?.focus());
    });
  }

  protected write(field: keyof TypedHoliday, text: string): void {
    this.typed.update((typed) => ({ ...typed, [field]: text }));
    this.faults.update((faults) => faults.filter((fault) => fault.field !== field));
  }

  protected save(event: Event): void {
    event.preventDefault();
    const reading = readHoliday(this.typed(), this.year(), this.others());
    if ('faults' in reading) {
      this.faults.set(reading.faults);
      setTimeout(() => document.getElementById(`holiday-${reading.faults[0]?.field}`)?.focus());
      return;
    }
    this.typed.set(EMPTY);
    this.saved.emit(reading.day);
  }

  protected faultOf(field: keyof TypedHoliday): string {
    const fault = this.faults().find((one) => one.field === field);
    return fault ? this.transloco.translate<string>(fault.words, { year: this.year(), era: this.year() + 543 }) : '';
  }

  protected described(field: keyof TypedHoliday): string | null {
    return describedBy(`holiday-${field}`, true, this.faultOf(field));
  }
}
