import { Component, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TellDates } from '@anuyat/contract';
import { bangkokDate } from '@anuyat/dictionary';
import { Button, Field } from '@anuyat/ui';

let count = 0;

/** When a paper was issued and until when it holds; folded until it is asked for. */
@Component({
  selector: 'anuyat-dates-form',
  imports: [Button, Field, TranslocoPipe],
  template: `
    <details class="dates" [open]="isAsked()">
      <summary class="small">{{ 'my.vault.editDates' | transloco }}<span class="visually-hidden"> {{ about() }}</span></summary>
      <div class="row row-end">
        <ui-field [for]="id + '-issued'" [label]="'my.vault.issuedOn' | transloco"><input class="input" type="date" [id]="id + '-issued'" [max]="today" [value]="issuedOn() ?? ''" (input)="issuedOn.set(typed($event))" /></ui-field>
        <ui-field [for]="id + '-expires'" [label]="'my.vault.expiresOn' | transloco"><input class="input" type="date" [id]="id + '-expires'" [min]="issuedOn() ?? ''" [value]="expiresOn() ?? ''" (input)="expiresOn.set(typed($event))" /></ui-field>
        <button type="button" uiButton="secondary" isSmall [isBusy]="isBusy()" (click)="told.emit({ issuedOn: issuedOn(), expiresOn: expiresOn() })">{{ 'my.vault.saveDates' | transloco }}<span class="visually-hidden"> {{ about() }}</span></button>
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
  protected readonly issuedOn = linkedSignal(() => this.dates().issuedOn);
  protected readonly expiresOn = linkedSignal(() => this.dates().expiresOn);

  protected typed(event: Event): string | null {
    return (event.target as HTMLInputElement).value || null;
  }
}
