import { Component, booleanAttribute, computed, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TermView } from '@anuyat/contract';
import { isIsoDate } from '@anuyat/dictionary';
import type { OfficePermission } from '@anuyat/licence-kit';
import { Button, DayField } from '@anuyat/ui';
import { PermissionBoxes } from './permission-boxes';

export interface TermChange {
  permissions: readonly OfficePermission[];
  from: string;
  until: string;
}

/** Duties and days of a term, to be changed. */
@Component({
  selector: 'people-term-form',
  imports: [Button, DayField, PermissionBoxes, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <people-permission-boxes [(picked)]="permissions" [group]="term().id" />
      <div class="people-days">
        <ui-day-field [for]="'from-' + term().id" [label]="'people.from' | transloco" [(value)]="from" />
        <ui-day-field [for]="'until-' + term().id" [label]="'people.until' | transloco" [earliest]="from()" isOptional [(value)]="until" />
      </div>
      <div class="actions">
        <button type="submit" uiButton isSmall [isBusy]="isBusy()" [disabled]="!canSend()">{{ 'people.officer.save' | transloco }}</button>
        <button type="button" uiButton="quiet" isSmall (click)="closed.emit()">{{ 'people.officer.close' | transloco }}</button>
      </div>
    </form>
  `,
})
export class TermForm {
  readonly term = input.required<TermView>();
  readonly isBusy = input(false, { transform: booleanAttribute });
  readonly changed = output<TermChange>();
  readonly closed = output<void>();
  protected readonly permissions = linkedSignal<readonly OfficePermission[]>(() => this.term().permissions);
  protected readonly from = linkedSignal(() => this.term().from);
  protected readonly until = linkedSignal(() => this.term().until ?? '');

  protected readonly canSend = computed(() => this.permissions().length > 0 && isIsoDate(this.from()) && (this.until() === '' || isIsoDate(this.until())));

  protected send(event: Event): void {
    event.preventDefault();
    if (this.canSend()) this.changed.emit({ permissions: this.permissions(), from: this.from(), until: this.until() });
  }
}
