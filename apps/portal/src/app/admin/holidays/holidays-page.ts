import { httpResource } from '@angular/common/http';
import { Component, ElementRef, ViewEncapsulation, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { CalendarGap, HolidayView } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { Announcer, Button, DayPipe, Empty, Language, Loading, Notification, ProblemView, SayPipe, Table, Tag } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { isWorthRepeating, toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { HolidayDrafts } from './holiday-drafts';
import { HolidayForm } from './holiday-form';
import { countChanges, withDay } from './holiday-year';

/** How the source of a projected day begins (`governmentHolidays`). */
const PROJECTED = 'Projection';

/** The government's calendar of one year: every legal clock counts its working days by it. Saved as a whole. */
@Component({
  selector: 'admin-holidays-page',
  imports: [AdminNav, Button, DayPipe, Empty, HolidayForm, Loading, Notification, ProblemView, RouterLink, SayPipe, Table, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  host: { '(window:beforeunload)': 'warn($event)' },
  template: `
    <div class="page staff">
      <admin-nav />
      <h1>{{ 'admin.holidays.heading' | transloco: { year: shownYear(year()) } }}</h1>
      <p class="soft measure small">{{ 'admin.holidays.about' | transloco }}</p>
      <nav class="row years" [attr.aria-label]="'admin.holidays.years' | transloco">
        <a uiButton="secondary" isSmall routerLink="." [queryParams]="{ year: year() - 1 }">‹ {{ shownYear(year() - 1) }}</a>
        <a uiButton="secondary" isSmall routerLink="." [queryParams]="{ year: year() + 1 }">{{ shownYear(year() + 1) }} ›</a>
        <button type="button" uiButton="quiet" isSmall (click)="toForm()">{{ 'admin.holidays.add' | transloco }}</button>
      </nav>
      @for (gap of gaps(); track gap.year) {
        <ui-notification tone="warn" [heading]="'admin.holidays.gap' | transloco: { year: shownYear(gap.year), clocks: gap.clocks }">
          <p>{{ 'admin.holidays.gapHelp' | transloco: { day: (gap.firstDueAt | day) } }}</p>
          @if (gap.year !== year()) {
            <p><a routerLink="." [queryParams]="{ year: gap.year }">{{ 'admin.holidays.gapLink' | transloco }}</a></p>
          }
        </ui-notification>
      }
      @if (hasSaved()) {
        <ui-notification tone="done" [isLive]="true" [heading]="'admin.holidays.saved' | transloco: { year: shownYear(year()) }"><p>{{ 'admin.holidays.savedHelp' | transloco }}</p></ui-notification>
      }
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else if (isLoaded()) {
        @if (days().some(isProjected)) {
          <p class="small">{{ 'admin.holidays.projectedHelp' | transloco }}</p>
        }
        @if (days().length > 0) {
          <table uiTable class="table-dense" [caption]="'admin.holidays.count' | transloco: { count: days().length }">
            <thead>
              <tr>
                <th scope="col">{{ 'admin.holidays.date' | transloco }}</th>
                <th scope="col">{{ 'admin.holidays.name' | transloco }}</th>
                <th scope="col">{{ 'admin.holidays.source' | transloco }}</th>
                <th scope="col"><span class="visually-hidden">{{ 'admin.holidays.acts' | transloco }}</span></th>
              </tr>
            </thead>
            <tbody>
              @for (day of days(); track day.date) {
                <tr [class.day-changed]="isChanged(day)">
                  <th scope="row" class="figures day-date">
                    {{ inWords(day.date) }}
                    @if (isChanged(day)) {
                      <ui-tag tone="now">{{ 'admin.holidays.notSaved' | transloco }}</ui-tag>
                    }
                  </th>
                  <td [attr.data-label]="'admin.holidays.name' | transloco">
                    {{ day.title | say }}
                    <span class="task-line" [attr.lang]="otherLanguage()">{{ otherLanguage() === 'en' ? day.title.en : day.title.th }}</span>
                  </td>
                  <td class="small" [attr.data-label]="'admin.holidays.source' | transloco">
                    {{ day.source }}
                    @if (isProjected(day)) {
                      <ui-tag tone="wait">{{ 'admin.holidays.projected' | transloco }}</ui-tag>
                    }
                  </td>
                  <td class="day-acts">
                    <button type="button" uiButton="quiet" isSmall (click)="editing.set(day)">{{ 'common.change' | transloco }}<span class="visually-hidden"> {{ inWords(day.date) }}</span></button>
                    <button type="button" uiButton="quiet" isSmall (click)="remove(day)">{{ 'common.remove' | transloco }}<span class="visually-hidden"> {{ inWords(day.date) }}</span></button>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <ui-empty [heading]="'admin.holidays.empty' | transloco"><p>{{ 'admin.holidays.emptyHelp' | transloco }}</p></ui-empty>
        }
        <admin-holiday-form [day]="editing()" [year]="year()" [others]="others()" (saved)="put($event)" (closed)="editing.set(null)" />
        @if (saving.problem(); as trouble) {
          <ui-problem [problem]="trouble" [isSafe]="true" [canRetry]="canRepeat()" (retry)="save()">
            @if (trouble.fields) {
              <ul>
                @for (field of trouble.fields; track field.path) {
                  <li>{{ dayAt(field.path) }} {{ field.message | say }}</li>
                }
              </ul>
            }
          </ui-problem>
        }
        @if (changes() > 0) {
          <div class="save-bar" role="region" [attr.aria-label]="'admin.holidays.toSave' | transloco">
            <span class="strong">{{ (changes() === 1 ? 'admin.holidays.oneChange' : 'admin.holidays.changes') | transloco: { count: changes() } }}</span>
            <button type="button" uiButton [isBusy]="saving.isBusy()" (click)="save()">{{ 'admin.holidays.save' | transloco: { year: shownYear(year()) } }}</button>
            <button type="button" uiButton="quiet" (click)="undo()">{{ 'admin.holidays.undo' | transloco }}</button>
          </div>
        }
      } @else {
        <ui-loading [rows]="6" />
      }
    </div>
  `,
})
export class HolidaysPage {
  private readonly api = inject(ApiClient);
  private readonly language = inject(Language);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly drafts = inject(HolidayDrafts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  private readonly savedYear = signal(0);

  /** Christian year of the address; this year where it names none. */
  protected readonly year = computed(() => {
    const asked = Number(this.params()['year']);
    return Number.isInteger(asked) && asked > 1900 && asked < 2200 ? asked : Number(bangkokDate(new Date()).slice(0, 4));
  });
  protected readonly answer = httpResource<HolidayView[]>(() => ({ url: '/api/reference/holidays', params: { year: this.year() } }));
  private readonly gapAnswer = httpResource<CalendarGap[]>(() => '/api/reference/holidays/gaps');
  protected readonly gaps = computed((): readonly CalendarGap[] => (this.gapAnswer.hasValue() ? this.gapAnswer.value() : []));
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly isLoaded = computed(() => this.answer.hasValue());
  private readonly stored = computed((): readonly HolidayView[] => (this.answer.hasValue() ? this.answer.value() : []));
  protected readonly days = computed(() => this.drafts.find(this.year()) ?? this.stored());
  protected readonly changes = computed(() => countChanges(this.stored(), this.days()));
  protected readonly editing = linkedSignal<number, HolidayView | null>({ source: this.year, computation: () => null });
  protected readonly others = computed(() => this.days().filter(({ date }) => date !== this.editing()?.date));
  protected readonly hasSaved = computed(() => this.savedYear() === this.year() && this.changes() === 0);
  protected readonly otherLanguage = computed(() => (this.language.current() === 'th' ? 'en' : 'th'));
  protected readonly saving = new Act<HolidayView[]>((key) => this.api.send<HolidayView[]>('PUT', `/api/reference/holidays?year=${this.year()}`, { days: this.days() }, key));
  protected readonly canRepeat = computed(() => {
    const problem = this.saving.problem();
    return problem !== null && isWorthRepeating(problem);
  });

  protected put(day: HolidayView): void {
    this.drafts.put(this.year(), withDay(this.days(), day, this.editing()?.date ?? null));
    this.editing.set(null);
    this.announcer.say(this.transloco.translate('admin.holidays.putIn', { day: this.inWords(day.date) }));
  }

  protected remove(day: HolidayView): void {
    this.drafts.put(this.year(), this.days().filter(({ date }) => date !== day.date));
    this.editing.set(null);
    this.announcer.say(this.transloco.translate('admin.holidays.tookOut', { day: this.inWords(day.date) }));
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('.save-bar button')?.focus());
  }

  protected toForm(): void {
    this.editing.set(null);
    document.getElementById('holiday-date')?.focus();
  }

  protected undo(): void {
    this.drafts.drop(this.year());
    this.editing.set(null);
    this.saving.forget();
  }

  protected async save(): Promise<void> {
    const year = this.year();
    const saved = await this.saving.run({ year, days: this.days() });
    if (!saved) return;
    if (this.year() === year) this.answer.set(saved);
    this.drafts.drop(year);
    this.savedYear.set(year);
    this.gapAnswer.reload();
  }

  protected isChanged(day: HolidayView): boolean {
    return !this.stored().some((one) => JSON.stringify(one) === JSON.stringify(day));
  }

  /** Days that the portal brought along as a projection say so in their source, until somebody enters where they were announced. */
  protected isProjected({ source }: HolidayView): boolean {
    return source.startsWith(PROJECTED);
  }

  protected shownYear(year: number): string {
    return this.language.current() === 'th' ? `พ.ศ. ${year + 543}` : String(year);
  }

  /** With the weekday, so that a slip shows. */
  protected inWords(date: string): string {
    const isThai = this.language.current() === 'th';
    return new Intl.DateTimeFormat(isThai ? 'th-TH-u-ca-buddhist-nu-latn' : 'en-GB', { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'Asia/Bangkok' }).format(new Date(`${date}T12:00:00+07:00`));
  }

  protected dayAt(path: string): string {
    const day = this.days()[Number(path.split('.')[1])];
    return day ? `${this.inWords(day.date)}:` : '';
  }

  protected warn(event: BeforeUnloadEvent): void {
    if (this.drafts.isAnyOpen) event.preventDefault();
  }
}
