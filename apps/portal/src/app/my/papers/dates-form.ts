import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TellDates } from '@anuyat/contract';
import { bangkokDate, isIsoDate } from '@anuyat/dictionary';
import { Button, DayField } from '@anuyat/ui';

let count = 0;

/** When a paper was issued and until when it holds; folded until it is asked for. */
@Component({
  selector: 'anuyat-dates-form',
  imports: [Button, DayField, TranslocoPipe],
  template: `
    <details class="dates" [open]="isAsked()">
      <summary class="small">{{ 'my.vault.editDates' | transloco }}<span class="visually-hidden"> {{ about() }}</span></summary>
      <div class="row row-end">
        <ui-day-field [for]="id + '-issued'" [label]="'my.vault.issuedOn' | transloco" [latest]="today" [(value)]="issuedOn" />
        <ui-day-field [for]="id + '-expires'" [label]="'my.vault.expiresOn' | transloco" [earliest]="issuedOn()" [(value)]="expiresOn" />
        <button type="button" uiButton="secondary" isSmall [isBusy]="isBusy()" [disabled]="!canTell()" (click)="told.emit({ issuedOn: issuedOn() || null, expiresOn: expiresOn() || null })">{{ 'my.vault.saveDates' | transloco }}<span class="visually-hidden"> {{ about() }}</span></button>
      </div>
    </details>
  `,
})
export class DatesForm {
  readonly about = input.required<string>();
  readonly dates = input.required<TellDates>();
  readonly isAsked = input(false);
  readonly isBusy = input(false);
  readonly told = output<TellDates>();
  protected readonly id = `dates-${++count}`;
  protected readonly today = bangkokDate(new Date());
  protected readonly issuedOn = linkedSignal(() => this.dates().issuedOn ?? '');
  protected readonly expiresOn = linkedSignal(() => this.dates().expiresOn ?? '');
  protected readonly canTell = computed(() => [this.issuedOn(), this.expiresOn()].every((day) => day === '' || isIsoDate(day)));
}
