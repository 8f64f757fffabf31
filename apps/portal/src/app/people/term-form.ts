import { Component, booleanAttribute, input, linkedSignal, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TermView } from '@anuyat/contract';
import type { OfficePermission } from '@anuyat/licence-kit';
import { Button, Field } from '@anuyat/ui';
import { PermissionBoxes } from './permission-boxes';

export interface TermChange {
  permissions: readonly OfficePermission[];
  from: string;
  until: string;
}

/** Duties and days of a term, to be changed. */
@Component({
  selector: 'people-term-form',
  imports: [Button, Field, PermissionBoxes, TranslocoPipe],
  template: `
    <form novalidate (submit)="send($event)">
      <people-permission-boxes [(picked)]="permissions" [group]="term().id" />
      <div class="people-days">
        <ui-field [for]="'from-' + term().id" [label]="'people.from' | transloco"><input #first class="input" type="date" [id]="'from-' + term().id" [value]="from()" (input)="from.set(first.value)" /></ui-field>
        <ui-field [for]="'until-' + term().id" [label]="'people.until' | transloco" [isOptional]="true"><input #last class="input" type="date" [id]="'until-' + term().id" [value]="until()" (input)="until.set(last.value)" /></ui-field>
      </div>
      <div class="actions">
        <button type="submit" uiButton isSmall [isBusy]="isBusy()" [disabled]="permissions().length === 0 || from() === ''">{{ 'people.officer.save' | transloco }}</button>
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

  protected send(event: Event): void {
    event.preventDefault();
    if (this.permissions().length > 0 && this.from() !== '') this.changed.emit({ permissions: this.permissions(), from: this.from(), until: this.until() });
  }
}
