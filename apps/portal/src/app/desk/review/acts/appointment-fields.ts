import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { HolidayView } from '@anuyat/contract';
import { isWorkingDay } from '@anuyat/dictionary';
import { Field, Icon, Language, describedBy } from '@anuyat/ui';
import { readAppointment } from '../deciding/appointment';
import { Deciding } from '../deciding/deciding';
import { WordsField } from './words-field';

/** Day and time of a visit, typed in either era; what was understood is said back, with a word when offices are closed that day. */
@Component({
  selector: 'desk-appointment-fields',
  imports: [Field, Icon, TranslocoPipe, WordsField],
  template: `
    <div class="appointment">
      <ui-field for="act-date" [label]="'desk.acts.date' | transloco" [help]="'desk.acts.dateHelp' | transloco" [error]="fault('date')">
        <input #date id="act-date" class="input" type="text" autocomplete="off" [value]="deciding.draft().date" [attr.aria-invalid]="fault('date') ? true : null" [attr.aria-describedby]="described('date')" (input)="deciding.write({ date: date.value })" />
      </ui-field>
      <ui-field for="act-time" [label]="'desk.acts.time' | transloco" [help]="'desk.acts.timeHelp' | transloco" [error]="fault('time')">
        <input #time id="act-time" class="input input-short" type="text" inputmode="decimal" autocomplete="off" [value]="deciding.draft().time" [attr.aria-invalid]="fault('time') ? true : null" [attr.aria-describedby]="described('time')" (input)="deciding.write({ time: time.value })" />
      </ui-field>
    </div>
    <p class="read-back" role="status">
      @if (inWords(); as words) {
        <ui-icon name="check" /> <span class="strong">{{ words }}</span>
        @if (isClosed()) {
          <span class="read-back-closed"><ui-icon name="alert" /> {{ closedBecause() || ('desk.acts.weekend' | transloco) }}</span>
        }
      }
    </p>
    <desk-words-field part="note" label="desk.acts.appointmentNote" help="desk.acts.appointmentNoteHelp" [isOptional]="true" [rows]="3" />
  `,
})
export class AppointmentFields {
  protected readonly deciding = inject(Deciding);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Language);

  private readonly reading = computed(() => readAppointment(this.deciding.draft().date, this.deciding.draft().time));
  private readonly year = computed(() => this.reading().date?.slice(0, 4));
  private readonly holidays = httpResource<HolidayView[]>(() => (this.year() ? { url: '/api/reference/holidays', params: { year: this.year() ?? '' } } : undefined));
  private readonly known = computed(() => (this.holidays.hasValue() ? this.holidays.value() : []));

  protected readonly inWords = computed(() => {
    const { date, plannedFor } = this.reading();
    if (!date) return '';
    const thai = this.language.current() === 'th';
    return new Intl.DateTimeFormat(thai ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', {
      dateStyle: 'full',
      timeZone: 'Asia/Bangkok',
      ...(plannedFor ? { timeStyle: 'short' } : {}),
    }).format(new Date(plannedFor ?? `${date}T12:00:00+07:00`));
  });
  protected readonly isClosed = computed(() => {
    const { date } = this.reading();
    return date !== undefined && !isWorkingDay(date, this.known().map((day) => day.date));
  });
  protected readonly closedBecause = computed(() => this.language.say(this.known().find(({ date }) => date === this.reading().date)?.title));

  protected fault(target: 'date' | 'time'): string {
    const fault = this.deciding.stillWrong().find((one) => one.target === target);
    return fault ? this.transloco.translate<string>(fault.words) : '';
  }

  protected described(target: 'date' | 'time'): string | null {
    return describedBy(`act-${target}`, true, this.fault(target));
  }
}
